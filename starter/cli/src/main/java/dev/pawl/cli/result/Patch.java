package dev.pawl.cli.result;

import dev.pawl.api.client.PawlClient;
import dev.pawl.api.v1.GetDiffRequest;
import dev.pawl.api.v1.GetDiffResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** The change that a task made, as a git patch. */
public final class Patch {
    private Patch() {}

    /**
     * @param iteration absent means the last result
     * @return bytes written; 0 if nothing changed
     */
    public static long write(PawlClient client, String taskId, @Nullable Integer iteration, OutputStream out)
            throws IOException {
        GetDiffRequest.Builder request = GetDiffRequest.newBuilder().setTaskId(taskId);
        if (iteration != null) {
            request.setIteration(iteration);
        }
        long size = 0;
        Iterator<GetDiffResponse> chunks = client.streams().getDiff(request.build());
        while (chunks.hasNext()) {
            GetDiffResponse chunk = chunks.next();
            chunk.getChunk().writeTo(out);
            size += chunk.getChunk().size();
        }
        return size;
    }
}
