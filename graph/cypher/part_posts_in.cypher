// part_posts_in($ends) -> id
UNWIND $ends AS end
MATCH (:Organisation|Country {id: end})<-[:POST_IN]-(p:Post)
RETURN DISTINCT p.id AS id
