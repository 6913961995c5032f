import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.connectors.HttpConnector;
import org.neo4j.configuration.helpers.SocketAddress;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;

/**
 * Neo4j Community for the tests, on loopback: arguments are the folder, the Bolt port and the HTTP
 * port (0: none); the password comes from NEO4J_PASSWORD. Writes the file "answers" when it does.
 */
class Server {
    public static void main(String[] arguments) throws Exception {
        var folder = Files.createDirectories(Path.of(arguments[0]).toAbsolutePath());
        var bolt = new SocketAddress("127.0.0.1", Integer.parseInt(arguments[1]));
        var web = Integer.parseInt(arguments[2]);
        var builder = new DatabaseManagementServiceBuilder(folder)
                .setConfig(GraphDatabaseSettings.auth_enabled, true)
                .setConfig(BoltConnector.enabled, true)
                .setConfig(BoltConnector.listen_address, bolt)
                .setConfig(BoltConnector.advertised_address, bolt)
                .setConfig(HttpConnector.enabled, web > 0);
        if (web > 0) {
            builder.setConfig(HttpConnector.listen_address, new SocketAddress("127.0.0.1", web));
        }
        var service = builder.build();
        Runtime.getRuntime().addShutdownHook(new Thread(service::shutdown));
        service.database("system").executeTransactionally(
                "ALTER USER neo4j SET PASSWORD $password CHANGE NOT REQUIRED",
                Map.of("password", System.getenv("NEO4J_PASSWORD")));
        Files.createFile(folder.resolve("answers"));
        Thread.currentThread().join();
    }
}
