package dev.pawl.cli.command.event;

import com.google.gson.JsonObject;
import com.google.protobuf.ByteString;
import dev.pawl.api.client.PawlClient;
import dev.pawl.api.v1.PublishLinesRequest;
import dev.pawl.api.v1.PublishLinesResponse;
import dev.pawl.cli.command.option.OutputOption;
import dev.pawl.cli.connection.ConnectionOptions;
import dev.pawl.cli.invocation.Context;
import dev.pawl.cli.spool.Spool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "flush",
        description = {
            "Send the events that wait on this machine.",
            "Workers of this machine take them in by themselves; other machines need this."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  pawl log flush"})
public final class LogFlushCommand implements Callable<Integer> {
    /** Within the largest message: an event has at most 256 KiB. */
    private static final int BATCH = 20;

    private final Context context;
    private int stored;
    private int dead;

    @Mixin
    private OutputOption output;

    @Mixin
    private ConnectionOptions connection;

    LogFlushCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        List<Path> files = Spool.of(context).files();
        if (!files.isEmpty()) {
            try (PawlClient client = connection.open()) {
                for (Path file : files) {
                    try {
                        send(client, file);
                    } catch (NoSuchFileException taken) {
                        // By a worker, at the same time.
                    }
                }
            }
        }
        output.print(() -> List.of("%d events stored, %d dead letters".formatted(stored, dead)), () -> {
            JsonObject json = new JsonObject();
            json.addProperty("stored", stored);
            json.addProperty("dead", dead);
            return json;
        });
        return 0;
    }

    private void send(PawlClient client, Path file) throws IOException {
        List<byte[]> lines = Spool.lines(file);
        for (int from = 0; from < lines.size(); from += BATCH) {
            PublishLinesResponse response = client.events()
                    .publishLines(PublishLinesRequest.newBuilder()
                            .setFile(file.getFileName().toString())
                            .setFirst(from)
                            .addAllLines(lines.subList(from, Math.min(from + BATCH, lines.size())).stream()
                                    .map(ByteString::copyFrom)
                                    .toList())
                            .build());
            stored += response.getStored();
            dead += response.getDead();
        }
        Files.deleteIfExists(file);
    }
}
