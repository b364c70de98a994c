package dev.pawl.agent.modelserver;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The protocol of one kind of provider. */
interface Wire {
    ObjectMapper JSON = new ObjectMapper();

    boolean speaks(String path);

    /** The names of the tools the agent offers. */
    List<String> tools(JsonNode request);

    /** Whether the agent already did what was requested. */
    boolean answered(JsonNode request);

    /** The server-sent events of an answer. */
    String events(String id, String model, Reply reply);

    /** The body of an error response. */
    ObjectNode error(Script.Fail fail);

    /** One server-sent event without a name. */
    static String data(JsonNode event) {
        return "data: " + event + "\n\n";
    }

    /** One server-sent event named by its type. */
    static String named(JsonNode event) {
        return "event: " + event.path("type").asText() + "\n" + data(event);
    }
}
