import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.MongoVersion;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.util.List;

/** A server of MongoDB's protocol for tests: prints its port, and ends with its standard input. */
class Main {
  public static void main(String[] args) throws Exception {
    // The driver refuses servers that say they are older than MongoDB 4.4 (wire version 9).
    MongoVersion version =
        new MongoVersion() {
          public List<Integer> getVersionArray() {
            return List.of(7, 0, 0);
          }

          public int getWireVersion() {
            return 21;
          }
        };
    MongoServer server = new MongoServer(new MemoryBackend().version(version));
    server.bind("127.0.0.1", 0);
    System.out.println(server.getLocalAddress().getPort());
    while (System.in.read() >= 0) {}
    server.shutdownNow();
  }
}
