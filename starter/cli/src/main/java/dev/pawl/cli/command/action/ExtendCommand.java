package dev.pawl.cli.command.action;

import dev.pawl.api.client.PawlClient;
import dev.pawl.api.v1.ExtendRequest;
import dev.pawl.api.v1.TaskState;
import dev.pawl.cli.command.option.DurationConverter;
import dev.pawl.cli.invocation.Context;
import java.math.BigDecimal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "extend",
        description = "Grant more of a task's limits, at any time. This also answers an open question.",
        footerHeading = "%nExamples:%n",
        footer = {"  pawl extend calc-1f3a --cost 2.50", "  pawl extend calc-1f3a --iterations 3 --time 30m"})
public final class ExtendCommand extends TaskAction {
    @ArgGroup(exclusive = false, multiplicity = "1")
    private More more = new More();

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why, for the record.")
    private String reason = "";

    ExtendCommand(Context context) {
        super(context);
    }

    static final class More {
        @Option(names = "--iterations", paramLabel = "N", description = "Additional iterations.")
        private int iterations;

        @Option(names = "--cost", paramLabel = "USD", description = "Additional US dollars.")
        private @Nullable BigDecimal cost;

        @Option(names = "--tokens", paramLabel = "N", description = "Additional tokens.")
        private @Nullable Long tokens;

        @Option(
                names = "--time",
                paramLabel = "TIME",
                converter = DurationConverter.class,
                description = "Additional agent time, such as 30m.")
        private @Nullable Duration time;
    }

    @Override
    TaskState act(PawlClient client, String taskId, String person, String requestId) {
        ExtendRequest.Builder request = ExtendRequest.newBuilder()
                .setTaskId(taskId)
                .setIterations(more.iterations)
                .setText(reason)
                .setBy(person)
                .setRequestId(requestId);
        if (more.cost != null) {
            request.setCostUsd(more.cost.toPlainString());
        }
        if (more.tokens != null) {
            request.setTokens(more.tokens);
        }
        if (more.time != null) {
            request.setTime(com.google.protobuf.Duration.newBuilder().setSeconds(more.time.toSeconds()));
        }
        return client.tasks().extend(request.build()).getState();
    }
}
