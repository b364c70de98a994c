package dev.pawl.cli.log;

import com.google.gson.JsonObject;
import com.google.protobuf.ByteString;
import dev.pawl.api.v1.GetLogsResponse;
import dev.pawl.api.v1.Task;
import dev.pawl.cli.terminal.Printable;
import dev.pawl.cli.terminal.Terminal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Stored transcripts of agents. */
public final class Transcripts {
    private final Terminal terminal;
    private final Task task;

    public Transcripts(Terminal terminal, Task task) {
        this.terminal = terminal;
        this.task = task;
    }

    /** @param headings whether to print the session of each */
    public void print(Iterator<GetLogsResponse> parts, boolean headings) throws IOException {
        String current = "";
        while (parts.hasNext()) {
            GetLogsResponse part = parts.next();
            if (headings && !part.getSessionId().equals(current)) {
                terminal.print(terminal.outStyle()
                        .strong(ActionReport.heading(task, part.getSessionId())
                                .orElse("== session " + part.getSessionId())));
                current = part.getSessionId();
            }
            if (terminal.outStyle().enabled()) {
                terminal.out().print(Printable.text(part.getChunk().toStringUtf8()));
            } else {
                part.getChunk().writeTo(terminal.out());
            }
        }
        terminal.out().flush();
    }

    public static List<JsonObject> documents(Iterator<GetLogsResponse> parts) {
        Map<String, ByteString> transcripts = new LinkedHashMap<>();
        parts.forEachRemaining(part -> transcripts.merge(part.getSessionId(), part.getChunk(), ByteString::concat));
        List<JsonObject> documents = new ArrayList<>();
        transcripts.forEach((id, transcript) -> {
            JsonObject json = new JsonObject();
            json.addProperty("session", id);
            json.addProperty("transcript", transcript.toStringUtf8());
            documents.add(json);
        });
        return documents;
    }
}
