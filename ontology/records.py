"""How each record is written in RDF. Generated from vocabulary.ttl by ontology.generate."""

from enum import StrEnum
from typing import NamedTuple


class Field(NamedTuple):
    """A field: its property, and what that holds: the datatype of literals, `concept`, `node` or `any`."""

    path: str
    holds: str
    many: bool
    required: bool
    fixed: str | None = None
    """What it holds always, where that is so."""


class Shape(NamedTuple):
    """The classes of a kind of record, its own first, and its fields."""

    types: tuple[str, ...]
    fields: dict[str, Field]


class Written(StrEnum):
    """The kinds of record that are written in RDF."""

    CLAIM = "Claim"
    CONTACT = "Contact"
    CONTENTS = "Contents"
    COUNTRY = "Country"
    EVENT = "Event"
    EXTRACTION = "Extraction"
    EXTRACTOR = "Extractor"
    FORM = "Form"
    INSTANT = "Instant"
    INTERVAL = "Interval"
    JUDGEMENT = "Judgement"
    MEMBERSHIP = "Membership"
    MENTION = "Mention"
    OCCURRENCE = "Occurrence"
    ORGANISATION = "Organisation"
    PARTICIPATION = "Participation"
    PASSAGE = "Passage"
    PERSON = "Person"
    PLACE = "Place"
    POST = "Post"
    RELATIONSHIP = "Relationship"
    REPORT = "Report"
    RESOLUTION = "Resolution"
    SEGMENT = "Segment"
    SPEAKER = "Speaker"
    TENURE = "Tenure"
    TEXT_POSITION_SELECTOR = "TextPositionSelector"
    TEXT_QUOTE_SELECTOR = "TextQuoteSelector"
    TITLE = "Title"
    TOPIC = "Topic"


PREFIXES = {
    "": "https://actorgraph.org/ontology#",
    "dcterms": "http://purl.org/dc/terms/",
    "edtf": "http://id.loc.gov/datatypes/edtf/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "graph": "https://actorgraph.org/graph/",
    "id": "https://actorgraph.org/id/",
    "oa": "http://www.w3.org/ns/oa#",
    "org": "http://www.w3.org/ns/org#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "sem": "http://semanticweb.cs.vu.nl/2009/11/sem/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "time": "http://www.w3.org/2006/time#",
    "void": "http://rdfs.org/ns/void#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}

SHAPES: dict[Written, Shape] = {
    Written.CLAIM: Shape(
        (
            "https://actorgraph.org/ontology#Claim",
            "http://www.w3.org/ns/oa#Annotation",
            "http://www.w3.org/ns/prov#Entity",
        ),
        {
            "acting": Field(
                "https://actorgraph.org/ontology#acting",
                "http://www.w3.org/2001/XMLSchema#boolean",
                many=False,
                required=False,
            ),
            "attributed_to": Field(
                "http://www.w3.org/ns/prov#wasAttributedTo", "node", many=False, required=True
            ),
            "attribution": Field(
                "https://actorgraph.org/ontology#attribution", "concept", many=False, required=True
            ),
            "by_phone": Field(
                "https://actorgraph.org/ontology#byPhone",
                "http://www.w3.org/2001/XMLSchema#boolean",
                many=False,
                required=False,
            ),
            "capacity": Field(
                "https://actorgraph.org/ontology#capacity",
                "http://www.w3.org/2001/XMLSchema#string",
                many=False,
                required=False,
            ),
            "confidence": Field(
                "https://actorgraph.org/ontology#confidence",
                "http://www.w3.org/2001/XMLSchema#decimal",
                many=False,
                required=True,
            ),
            "context": Field(
                "https://actorgraph.org/ontology#context", "node", many=True, required=False
            ),
            "context_order": Field(
                "https://actorgraph.org/ontology#contextOrder",
                "http://www.w3.org/1999/02/22-rdf-syntax-ns#JSON",
                many=False,
                required=False,
            ),
            "core": Field(
                "https://actorgraph.org/ontology#core", "node", many=False, required=True
            ),
            "count": Field(
                "https://actorgraph.org/ontology#count",
                "http://www.w3.org/2001/XMLSchema#integer",
                many=False,
                required=False,
            ),
            "date": Field(
                "https://actorgraph.org/ontology#date",
                "http://id.loc.gov/datatypes/edtf/EDTF",
                many=False,
                required=False,
            ),
            "event": Field(
                "https://actorgraph.org/ontology#inEvent", "node", many=False, required=False
            ),
            "event_type": Field(
                "https://actorgraph.org/ontology#statedType", "concept", many=False, required=False
            ),
            "former": Field(
                "https://actorgraph.org/ontology#former",
                "http://www.w3.org/2001/XMLSchema#boolean",
                many=False,
                required=False,
            ),
            "generated_by": Field(
                "http://www.w3.org/ns/prov#wasGeneratedBy", "node", many=False, required=True
            ),
            "modality": Field(
                "https://actorgraph.org/ontology#modality", "concept", many=False, required=True
            ),
            "object": Field(
                "https://actorgraph.org/ontology#object", "node", many=False, required=False
            ),
            "observed": Field(
                "https://actorgraph.org/ontology#observed",
                "http://id.loc.gov/datatypes/edtf/EDTF",
                many=False,
                required=False,
            ),
            "polarity": Field(
                "https://actorgraph.org/ontology#polarity", "concept", many=False, required=True
            ),
            "relation": Field(
                "https://actorgraph.org/ontology#relation", "concept", many=False, required=True
            ),
            "report": Field(
                "http://www.w3.org/ns/prov#hadPrimarySource", "node", many=False, required=True
            ),
            "role": Field(
                "https://actorgraph.org/ontology#role", "concept", many=False, required=False
            ),
            "rule": Field(
                "https://actorgraph.org/ontology#rule",
                "http://www.w3.org/2001/XMLSchema#string",
                many=False,
                required=True,
            ),
            "several": Field(
                "https://actorgraph.org/ontology#several",
                "http://www.w3.org/2001/XMLSchema#boolean",
                many=False,
                required=False,
            ),
            "since": Field(
                "https://actorgraph.org/ontology#since",
                "http://id.loc.gov/datatypes/edtf/EDTF",
                many=False,
                required=False,
            ),
            "status": Field(
                "https://actorgraph.org/ontology#status", "concept", many=False, required=True
            ),
            "subject": Field(
                "https://actorgraph.org/ontology#subject", "node", many=False, required=True
            ),
            "target": Field("http://www.w3.org/ns/oa#hasTarget", "node", many=False, required=True),
            "until": Field(
                "https://actorgraph.org/ontology#until",
                "http://id.loc.gov/datatypes/edtf/EDTF",
                many=False,
                required=False,
            ),
        },
    ),
    Written.CONTACT: Shape(
        (
            "https://actorgraph.org/ontology#Contact",
            "http://www.w3.org/1999/02/22-rdf-syntax-ns#Statement",
        ),
        {
            "by_phone": Field(
                "https://actorgraph.org/ontology#byPhone",
                "http://www.w3.org/2001/XMLSchema#boolean",
                many=False,
                required=False,
            ),
            "claims": Field(
                "http://www.w3.org/ns/prov#wasDerivedFrom", "node", many=True, required=True
            ),
            "earliest": Field(
                "https://actorgraph.org/ontology#earliest",
                "http://www.w3.org/2001/XMLSchema#date",
                many=False,
                required=False,
            ),
            "end": Field(
                "http://www.w3.org/1999/02/22-rdf-syntax-ns#object",
                "any",
                many=False,
                required=True,
            ),
            "event": Field(
                "https://actorgraph.org/ontology#inEvent", "node", many=False, required=True
            ),
            "latest": Field(
                "https://actorgraph.org/ontology#latest",
                "http://www.w3.org/2001/XMLSchema#date",
                many=False,
                required=False,
            ),
            "on": Field(
                "https://actorgraph.org/ontology#date",
                "http://id.loc.gov/datatypes/edtf/EDTF",
                many=False,
                required=False,
            ),
            "relation": Field(
                "http://www.w3.org/1999/02/22-rdf-syntax-ns#predicate",
                "concept",
                many=False,
                required=True,
            ),
            "rule": Field(
                "https://actorgraph.org/ontology#rule",
                "http://www.w3.org/2001/XMLSchema#string",
                many=False,
                required=True,
            ),
            "start": Field(
                "http://www.w3.org/1999/02/22-rdf-syntax-ns#subject",
                "node",
                many=False,
                required=True,
            ),
            "stated": Field(
                "https://actorgraph.org/ontology#statedBy", "node", many=True, required=False
            ),
        },
    ),
    Written.CONTENTS: Shape(
        ("https://actorgraph.org/ontology#Contents", "http://rdfs.org/ns/void#Dataset"),
        {
            "claims": Field(
                "https://actorgraph.org/ontology#claims",
                "http://www.w3.org/2001/XMLSchema#integer",
                many=False,
                required=True,
            ),
            "description": Field(
                "http://purl.org/dc/terms/description",
                "http://www.w3.org/2001/XMLSchema#string",
                many=False,
                required=False,
            ),
            "judgements": Field(
                "https://actorgraph.org/ontology#judgements",
                "http://www.w3.org/2001/XMLSchema#integer",
                many=False,
                required=True,
            ),
            "reports": Field(
                "https://actorgraph.org/ontology#reports",
                "http://www.w3.org/2001/XMLSchema#integer",
                many=False,
                required=True,
            ),
        },
    ),
    Written.COUNTRY: Shape(
        ("https://actorgraph.org/ontology#Country", "https://schema.org/Country"),
        {
            "aliases": Field(
                "http://www.w3.org/2004/02/skos/core#altLabel",
                "http://www.w3.org/2001/XMLSchema#string",
                many=True,
                required=False,
            ),
            "code": Field(
                "https://actorgraph.org/ontology#country",
                "http://www.w3.org/2001/XMLSchema#string",
                many=False,
                required=False,
            ),
            "met": Field("https://actorgraph.org/ontology#met", "node", many=True, required=False),
            "name": Field(
                "http://www.w3.org/2000/01/rdf-schema#label",
                "http://www.w3.org/2001/XMLSchema#string",
                many=False,
                required=True,
            ),
            "plain_name": Field(
                "https://schema.org/name",
                "http://www.w3.org/2001/XMLSchema#string",
                many=False,
                required=True,
            ),
            "took_part": Field(
                "https://actorgraph.org/ontology#tookPart", "node", many=True, required=False
            ),
        },
    ),
    Written.EVENT: Shape(
        ("https://actorgraph.org/ontology#Event",),
        {
            "about": Field(
                "https://actorgraph.org/ontology#about", "node", many=True, required=False
            ),
            "at_place": Field(
                "https://actorgraph.org/ontology#atPlace", "node", many=True, required=False
            ),
            "count": Field(
                "https://actorgraph.org/ontology#count",
                "http://www.w3.org/2001/XMLSchema#integer",
                many=False,
                required=False,
            ),
            "date": Field(
                "https://actorgraph.org/ontology#date",
                "http://id.loc.gov/datatypes/edtf/EDTF",
                many=False,
                required=False,
            ),
            "earliest": Field(
                "https://actorgraph.org/ontology#earliest",
                "http://www.w3.org/2001/XMLSchema#date",
                many=False,
                required=False,
            ),
            "latest": Field(
                "https://actorgraph.org/ontology#latest",
                "http://www.w3.org/2001/XMLSchema#date",
                many=False,
                required=False,
            ),
            "name": Field(
                "http://www.w3.org/2000/01/rdf-schema#label",
                "http://www.w3.org/2001/XMLSchema#string",
                many=False,
                required=True,
            ),
            "on_date": Field(
                "https://actorgraph.org/ontology#onDate",
                "http://www.w3.org/2001/XMLSchema#date",
                many=True,
                required=False,
            ),
            "several": Field(
                "https://actorgraph.org/ontology#several",
                "http://www.w3.org/2001/XMLSchema#boolean",
                many=False,
                required=False,
            ),
            "status": Field(
                "https://actorgraph.org/ontology#status", "concept", many=False, required=True
            ),
            "type": Field(
                "https://actorgraph.org/ontology#eventType", "concept", many=False, required=False
            ),
        },
    ),
    Written.EXTRACTION: Shape(
        ("https://actorgraph.org/ontology#Extraction", "http://www.w3.org/ns/prov#Activity"),
        {
            "extractor": Field(
                "http://www.w3.org/ns/prov#wasAssociatedWith", "node", many=False, required=True
            ),
            "report": Field("http://www.w3.org/ns/prov#used", "node", many=False, required=True),
        },
    ),
    Written.EXTRACTOR: Shape(
        ("https://actorgraph.org/ontology#Extractor", "http://www.w3.org/ns/prov#SoftwareAgent"),
        {
            "name": Field(
                "http://www.w3.org/2000/01/rdf-schema#label",
                "http://www.w3.org/2001/XMLSchema#string",
                many=False,
                required=True,
            ),
        },
    ),
    Written.FORM: Shape(
        ("https://actorgraph.org/ontology#Form", "http://www.w3.org/ns/oa#Selector"),
        {
            "end": Field(
                "http://www.w3.org/ns/oa#end",
                "http://www.w3.org/2001/XMLSchema#integer",
                many=False,
                required=True,
            ),
            "start": Field(
                "http://www.w3.org/ns/oa#start",
                "http://www.w3.org/2001/XMLSchema#integer",
                many=False,
                required=True,
            ),
            "text": Field(
                "http://www.w3.org/ns/oa#exact",
                "http://www.w3.org/2001/XMLSchema#string",
                many=False,
                required=True,
            ),
        },
    ),
    Written.INSTANT: Shape(
        ("http://www.w3.org/2006/time#Instant",),
        {
            "before": Field(
                "http://www.w3.org/2006/time#before", "node", many=False, required=False
            ),
            "day": Field(
                "http://www.w3.org/2006/time#inXSDDate",
                "http://www.w3.org/2001/XMLSchema#date",
                many=False,
                required=False,
            ),
            "month": Field(
                "http://www.w3.org/2006/time#inXSDgYearMonth",
                "http://www.w3.org/2001/XMLSchema#gYearMonth",
                many=False,
                required=False,
            ),
            "year": Field(
                "http://www.w3.org/2006/time#inXSDgYear",
                "http://www.w3.org/2001/XMLSchema#gYear",
                many=False,
                required=False,
            ),
        },
    ),
    Written.INTERVAL: Shape(
        ("http://www.w3.org/2006/time#Interval",),
        {
            "begin": Field(
                "http://www.w3.org/2006/time#hasBeginning", "node", many=False, required=False
            ),
            "end": Field("http://www.w3.org/2006/time#hasEnd", "node", many=False, required=False),
            "inside": Field(
                "http://www.w3.org/2006/time#inside", "node", many=False, required=False
            ),
        },
    ),
    Written.JUDGEMENT: Shape(
        ("https://actorgraph.org/ontology#Judgement", "http://www.w3.org/ns/prov#Activity"),
        {
            "about": Field(
                "https://actorgraph.org/ontology#decidesOn", "node", many=True, required=True
            ),
            "at": Field(
                "http://www.w3.org/ns/prov#endedAtTime",
                "http://www.w3.org/2001/XMLSchema#dateTime",
                many=False,
                required=True,
            ),
            "by": Field(
                "http://www.w3.org/ns/prov#wasAssociatedWith", "node", many=False, required=True
            ),
            "reason": Field(
                "https://actorgraph.org/ontology#reason",
                "http://www.w3.org/2001/XMLSchema#string",
                many=False,
                required=True,
            ),
            "verdict": Field(
                "https://actorgraph.org/ontology#verdict", "concept", many=False, required=True
            ),
        },
    ),
    Written.MEMBERSHIP: Shape(
        ("http://www.w3.org/ns/org#Membership",),
        {
            "during": Field(
                "http://www.w3.org/ns/org#memberDuring", "node", many=False, required=False
            ),
            "member": Field("http://www.w3.org/ns/org#member", "node", many=False, required=True),
            "organisations": Field(
                "http://www.w3.org/ns/org#organization", "node", many=True, required=False
            ),
            "title": Field("http://www.w3.org/ns/org#role", "node", many=False, required=True),
        },
    ),
    Written.MENTION: Shape(
        ("https://actorgraph.org/ontology#Mention", "http://www.w3.org/ns/prov#Entity"),
        {
            "contexts": Field(
                "https://actorgraph.org/ontology#knownBy",
                "http://www.w3.org/2001/XMLSchema#string",
                many=True,
                required=False,
            ),
            "country": Field(
                "https://actorgraph.org/ontology#country",
                "http://www.w3.org/2001/XMLSchema#string",
                many=False,
                required=False,
            ),
            "forms": Field(
                "https://actorgraph.org/ontology#form", "node", many=True, required=False
            ),
            "key": Field(
                "https://actorgraph.org/ontology#key",
                "http://www.w3.org/2001/XMLSchema#string",
                many=False,
                required=True,
            ),
            "kind": Field(
                "https://actorgraph.org/ontology#kind", "concept", many=False, required=True
            ),
            "name": Field(
                "http://www.w3.org/2000/01/rdf-schema#label",
                "http://www.w3.org/2001/XMLSchema#string",
                many=False,
                required=True,
            ),
            "report": Field(
                "http://www.w3.org/ns/prov#hadPrimarySource", "node", many=False, required=True
            ),
        },
    ),
    Written.OCCURRENCE: Shape(
        (
            "https://actorgraph.org/ontology#Occurrence",
            "http://semanticweb.cs.vu.nl/2009/11/sem/Event",
            "https://schema.org/Event",
        ),
        {
            "actors": Field(
                "http://semanticweb.cs.vu.nl/2009/11/sem/hasActor",
                "node",
                many=True,
                required=False,
            ),
            "attendees": Field("https://schema.org/attendee", "node", many=True, required=False),
            "ends": Field("https://schema.org/endDate", "any", many=False, required=False),
            "first": Field(
                "http://semanticweb.cs.vu.nl/2009/11/sem/hasEarliestBeginTimeStamp",
                "http://www.w3.org/2001/XMLSchema#date",
                many=False,
                required=False,
            ),
            "kind": Field(
                "http://semanticweb.cs.vu.nl/2009/11/sem/eventType",
                "concept",
                many=False,
                required=False,
            ),
            "last": Field(
                "http://semanticweb.cs.vu.nl/2009/11/sem/hasLatestEndTimeStamp",
                "http://www.w3.org/2001/XMLSchema#date",
                many=False,
                required=False,
            ),
            "locations": Field("https://schema.org/location", "node", many=True, required=False),
            "organisers": Field("https://schema.org/organizer", "node", many=True, required=False),
            "places": Field(
                "http://semanticweb.cs.vu.nl/2009/11/sem/hasPlace",
                "node",
                many=True,
                required=False,
            ),
            "plain_name": Field(
                "https://schema.org/name",
                "http://www.w3.org/2001/XMLSchema#string",
                many=False,
                required=True,
            ),
            "starts": Field("https://schema.org/startDate", "any", many=False, required=False),
            "subjects": Field("https://schema.org/about", "node", many=True, required=False),
            "time": Field(
                "http://www.w3.org/2006/time#hasTime", "node", many=False, required=False
            ),
        },
    ),
    Written.ORGANISATION: Shape(
        (
            "https://actorgraph.org/ontology#Organisation",
            "http://www.w3.org/ns/org#Organization",
            "https://schema.org/Organization",
        ),
        {
            "aliases": Field(
                "http://www.w3.org/2004/02/skos/core#altLabel",
                "http://www.w3.org/2001/XMLSchema#string",
                many=True,
                required=False,
            ),
            "below": Field(
                "http://www.w3.org/ns/org#subOrganizationOf", "node", many=True, required=False
            ),
            "countries": Field(
                "https://actorgraph.org/ontology#country",
                "http://www.w3.org/2001/XMLSchema#string",
                many=True,
                required=False,
            ),
            "met": Field("https://actorgraph.org/ontology#met", "node", many=True, required=False),
            "name": Field(
                "http://www.w3.org/2000/01/rdf-schema#label",
                "http://www.w3.org/2001/XMLSchema#string",
                many=False,
                required=True,
            ),
            "part_of": Field(
                "https://actorgraph.org/ontology#partOf", "node", many=True, required=False
            ),
            "plain_name": Field(
                "https://schema.org/name",
                "http://www.w3.org/2001/XMLSchema#string",
                many=False,
                required=True,
            ),
            "took_part": Field(
                "https://actorgraph.org/ontology#tookPart", "node", many=True, required=False
            ),
        },
    ),
    Written.PARTICIPATION: Shape(
        (
            "https://actorgraph.org/ontology#Participation",
            "http://www.w3.org/1999/02/22-rdf-syntax-ns#Statement",
        ),
        {
            "claims": Field(
                "http://www.w3.org/ns/prov#wasDerivedFrom", "node", many=True, required=True
            ),
            "end": Field(
                "http://www.w3.org/1999/02/22-rdf-syntax-ns#object",
                "any",
                many=False,
                required=True,
            ),
            "relation": Field(
                "http://www.w3.org/1999/02/22-rdf-syntax-ns#predicate",
                "concept",
                many=False,
                required=True,
            ),
            "role": Field(
                "https://actorgraph.org/ontology#role", "concept", many=False, required=True
            ),
            "start": Field(
                "http://www.w3.org/1999/02/22-rdf-syntax-ns#subject",
                "node",
                many=False,
                required=True,
            ),
        },
    ),
    Written.PASSAGE: Shape(
        (
            "https://actorgraph.org/ontology#Passage",
            "http://www.w3.org/ns/oa#SpecificResource",
            "http://www.w3.org/ns/prov#Entity",
        ),
        {
            "report": Field(
                "http://www.w3.org/ns/prov#wasQuotedFrom", "node", many=False, required=True
            ),
            "segments": Field(
                "https://actorgraph.org/ontology#segment", "node", many=True, required=True
            ),
            "selectors": Field(
                "http://www.w3.org/ns/oa#hasSelector", "node", many=True, required=True
            ),
            "source": Field("http://www.w3.org/ns/oa#hasSource", "node", many=False, required=True),
        },
    ),
    Written.PERSON: Shape(
        (
            "https://actorgraph.org/ontology#Person",
            "http://xmlns.com/foaf/0.1/Person",
            "https://schema.org/Person",
        ),
        {
            "aliases": Field(
                "http://www.w3.org/2004/02/skos/core#altLabel",
                "http://www.w3.org/2001/XMLSchema#string",
                many=True,
                required=False,
            ),
            "countries": Field(
                "https://actorgraph.org/ontology#country",
                "http://www.w3.org/2001/XMLSchema#string",
                many=True,
                required=False,
            ),
            "holds": Field("http://www.w3.org/ns/org#holds", "node", many=True, required=False),
            "holds_post": Field(
                "https://actorgraph.org/ontology#holdsPost", "node", many=True, required=False
            ),
            "met": Field("https://actorgraph.org/ontology#met", "node", many=True, required=False),
            "name": Field(
                "http://www.w3.org/2000/01/rdf-schema#label",
                "http://www.w3.org/2001/XMLSchema#string",
                many=False,
                required=True,
            ),
            "plain_name": Field(
                "https://schema.org/name",
                "http://www.w3.org/2001/XMLSchema#string",
                many=False,
                required=True,
            ),
            "took_part": Field(
                "https://actorgraph.org/ontology#tookPart", "node", many=True, required=False
            ),
        },
    ),
    Written.PLACE: Shape(
        ("https://actorgraph.org/ontology#Place", "https://schema.org/Place"),
        {
            "aliases": Field(
                "http://www.w3.org/2004/02/skos/core#altLabel",
                "http://www.w3.org/2001/XMLSchema#string",
                many=True,
                required=False,
            ),
            "name": Field(
                "http://www.w3.org/2000/01/rdf-schema#label",
                "http://www.w3.org/2001/XMLSchema#string",
                many=False,
                required=True,
            ),
            "plain_name": Field(
                "https://schema.org/name",
                "http://www.w3.org/2001/XMLSchema#string",
                many=False,
                required=True,
            ),
        },
    ),
    Written.POST: Shape(
        ("https://actorgraph.org/ontology#Post", "http://www.w3.org/ns/org#Post"),
        {
            "aliases": Field(
                "http://www.w3.org/2004/02/skos/core#altLabel",
                "http://www.w3.org/2001/XMLSchema#string",
                many=True,
                required=False,
            ),
            "bodies": Field("http://www.w3.org/ns/org#postIn", "node", many=True, required=False),
            "holders": Field("http://www.w3.org/ns/org#heldBy", "node", many=True, required=False),
            "name": Field(
                "http://www.w3.org/2000/01/rdf-schema#label",
                "http://www.w3.org/2001/XMLSchema#string",
                many=False,
                required=True,
            ),
            "post_in": Field(
                "https://actorgraph.org/ontology#postIn", "node", many=True, required=False
            ),
            "title": Field("http://www.w3.org/ns/org#role", "node", many=False, required=True),
        },
    ),
    Written.RELATIONSHIP: Shape(
        (
            "https://actorgraph.org/ontology#Relationship",
            "http://www.w3.org/1999/02/22-rdf-syntax-ns#Statement",
        ),
        {
            "claims": Field(
                "http://www.w3.org/ns/prov#wasDerivedFrom", "node", many=True, required=True
            ),
            "end": Field(
                "http://www.w3.org/1999/02/22-rdf-syntax-ns#object",
                "any",
                many=False,
                required=True,
            ),
            "relation": Field(
                "http://www.w3.org/1999/02/22-rdf-syntax-ns#predicate",
                "concept",
                many=False,
                required=True,
            ),
            "start": Field(
                "http://www.w3.org/1999/02/22-rdf-syntax-ns#subject",
                "node",
                many=False,
                required=True,
            ),
        },
    ),
    Written.REPORT: Shape(
        ("https://actorgraph.org/ontology#Report", "http://www.w3.org/ns/prov#Entity"),
        {
            "content": Field(
                "https://actorgraph.org/ontology#contentSha256",
                "http://www.w3.org/2001/XMLSchema#string",
                many=False,
                required=True,
            ),
            "file": Field(
                "https://actorgraph.org/ontology#file",
                "http://www.w3.org/2001/XMLSchema#string",
                many=False,
                required=True,
            ),
            "file_sha256": Field(
                "https://actorgraph.org/ontology#fileSha256",
                "http://www.w3.org/2001/XMLSchema#string",
                many=False,
                required=True,
            ),
            "pages": Field(
                "https://schema.org/numberOfPages",
                "http://www.w3.org/2001/XMLSchema#integer",
                many=False,
                required=True,
            ),
            "published": Field(
                "http://purl.org/dc/terms/issued",
                "http://id.loc.gov/datatypes/edtf/EDTF",
                many=False,
                required=False,
            ),
            "source": Field(
                "http://purl.org/dc/terms/source",
                "http://www.w3.org/2001/XMLSchema#string",
                many=False,
                required=False,
            ),
            "text_sha256": Field(
                "https://actorgraph.org/ontology#textSha256",
                "http://www.w3.org/2001/XMLSchema#string",
                many=False,
                required=True,
            ),
            "title": Field(
                "http://purl.org/dc/terms/title",
                "http://www.w3.org/2001/XMLSchema#string",
                many=False,
                required=False,
            ),
        },
    ),
    Written.RESOLUTION: Shape(
        (),
        {
            "rule": Field(
                "https://actorgraph.org/ontology#resolvedBy",
                "http://www.w3.org/2001/XMLSchema#string",
                many=False,
                required=True,
            ),
            "world": Field(
                "https://actorgraph.org/ontology#resolvesTo", "node", many=False, required=True
            ),
        },
    ),
    Written.SEGMENT: Shape(
        ("https://actorgraph.org/ontology#Segment", "http://www.w3.org/ns/oa#FragmentSelector"),
        {
            "boxes": Field(
                "https://actorgraph.org/ontology#boxes",
                "http://www.w3.org/1999/02/22-rdf-syntax-ns#JSON",
                many=False,
                required=False,
            ),
            "conforms_to": Field(
                "http://purl.org/dc/terms/conformsTo",
                "any",
                many=False,
                required=True,
                fixed="http://tools.ietf.org/rfc/rfc3778",
            ),
            "end": Field(
                "http://www.w3.org/ns/oa#end",
                "http://www.w3.org/2001/XMLSchema#integer",
                many=False,
                required=True,
            ),
            "fragment": Field(
                "http://www.w3.org/1999/02/22-rdf-syntax-ns#value",
                "http://www.w3.org/2001/XMLSchema#string",
                many=False,
                required=True,
            ),
            "page": Field(
                "https://actorgraph.org/ontology#page",
                "http://www.w3.org/2001/XMLSchema#integer",
                many=False,
                required=True,
            ),
            "refined": Field(
                "http://www.w3.org/ns/oa#refinedBy", "node", many=False, required=True
            ),
            "start": Field(
                "http://www.w3.org/ns/oa#start",
                "http://www.w3.org/2001/XMLSchema#integer",
                many=False,
                required=True,
            ),
        },
    ),
    Written.SPEAKER: Shape(
        ("https://actorgraph.org/ontology#Speaker", "http://www.w3.org/ns/prov#Agent"),
        {
            "name": Field(
                "http://www.w3.org/2000/01/rdf-schema#label",
                "http://www.w3.org/2001/XMLSchema#string",
                many=False,
                required=True,
            ),
        },
    ),
    Written.TENURE: Shape(
        (
            "https://actorgraph.org/ontology#Tenure",
            "http://www.w3.org/1999/02/22-rdf-syntax-ns#Statement",
        ),
        {
            "acting": Field(
                "https://actorgraph.org/ontology#acting",
                "http://www.w3.org/2001/XMLSchema#boolean",
                many=False,
                required=False,
            ),
            "claims": Field(
                "http://www.w3.org/ns/prov#wasDerivedFrom", "node", many=True, required=True
            ),
            "end": Field(
                "http://www.w3.org/1999/02/22-rdf-syntax-ns#object",
                "any",
                many=False,
                required=True,
            ),
            "former": Field(
                "https://actorgraph.org/ontology#former",
                "http://www.w3.org/2001/XMLSchema#boolean",
                many=False,
                required=False,
            ),
            "observed": Field(
                "https://actorgraph.org/ontology#observed",
                "http://id.loc.gov/datatypes/edtf/EDTF",
                many=False,
                required=False,
            ),
            "post": Field(
                "https://actorgraph.org/ontology#post", "node", many=False, required=True
            ),
            "relation": Field(
                "http://www.w3.org/1999/02/22-rdf-syntax-ns#predicate",
                "concept",
                many=False,
                required=True,
            ),
            "since": Field(
                "https://actorgraph.org/ontology#since",
                "http://id.loc.gov/datatypes/edtf/EDTF",
                many=False,
                required=False,
            ),
            "start": Field(
                "http://www.w3.org/1999/02/22-rdf-syntax-ns#subject",
                "node",
                many=False,
                required=True,
            ),
            "until": Field(
                "https://actorgraph.org/ontology#until",
                "http://id.loc.gov/datatypes/edtf/EDTF",
                many=False,
                required=False,
            ),
        },
    ),
    Written.TEXT_POSITION_SELECTOR: Shape(
        ("http://www.w3.org/ns/oa#TextPositionSelector",),
        {
            "end": Field(
                "http://www.w3.org/ns/oa#end",
                "http://www.w3.org/2001/XMLSchema#integer",
                many=False,
                required=True,
            ),
            "start": Field(
                "http://www.w3.org/ns/oa#start",
                "http://www.w3.org/2001/XMLSchema#integer",
                many=False,
                required=True,
            ),
        },
    ),
    Written.TEXT_QUOTE_SELECTOR: Shape(
        ("http://www.w3.org/ns/oa#TextQuoteSelector",),
        {
            "quote": Field(
                "http://www.w3.org/ns/oa#exact",
                "http://www.w3.org/2001/XMLSchema#string",
                many=False,
                required=True,
            ),
        },
    ),
    Written.TITLE: Shape(
        ("http://www.w3.org/ns/org#Role",),
        {
            "name": Field(
                "http://www.w3.org/2004/02/skos/core#prefLabel",
                "http://www.w3.org/2001/XMLSchema#string",
                many=False,
                required=True,
            ),
        },
    ),
    Written.TOPIC: Shape(
        ("https://actorgraph.org/ontology#Topic", "http://www.w3.org/2004/02/skos/core#Concept"),
        {
            "aliases": Field(
                "http://www.w3.org/2004/02/skos/core#altLabel",
                "http://www.w3.org/2001/XMLSchema#string",
                many=True,
                required=False,
            ),
            "broader": Field(
                "http://www.w3.org/2004/02/skos/core#broader", "node", many=True, required=False
            ),
            "concept": Field(
                "http://www.w3.org/2004/02/skos/core#exactMatch",
                "concept",
                many=False,
                required=False,
            ),
            "name": Field(
                "http://www.w3.org/2004/02/skos/core#prefLabel",
                "http://www.w3.org/2001/XMLSchema#string",
                many=False,
                required=True,
            ),
        },
    ),
}
