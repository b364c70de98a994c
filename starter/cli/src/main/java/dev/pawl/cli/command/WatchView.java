package dev.pawl.cli.command;

import com.google.gson.JsonObject;
import dev.pawl.api.client.PawlClient;
import dev.pawl.api.v1.Event;
import dev.pawl.api.v1.Question;
import dev.pawl.api.v1.Task;
import dev.pawl.api.v1.TaskStatus;
import dev.pawl.cli.command.option.DurationConverter;
import dev.pawl.cli.command.option.OutputOption;
import dev.pawl.cli.connection.ConnectionOptions;
import dev.pawl.cli.document.EventDocument;
import dev.pawl.cli.document.Json;
import dev.pawl.cli.invocation.Context;
import dev.pawl.cli.invocation.ExitCode;
import dev.pawl.cli.report.Amounts;
import dev.pawl.cli.report.TaskReport;
import dev.pawl.cli.terminal.Terminal;
import dev.pawl.cli.watch.Answerer;
import dev.pawl.cli.watch.Detach;
import dev.pawl.cli.watch.Narrator;
import dev.pawl.cli.watch.StatusLine;
import dev.pawl.cli.watch.Watching;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Watches a task to its end and reports it; shared by the commands that do so. */
public final class WatchView {
    private final Context context;

    @Mixin
    private OutputOption output;

    @Mixin
    private ConnectionOptions connection;

    @Option(
            names = "--timeout",
            paramLabel = "DURATION",
            converter = DurationConverter.class,
            description = "How long to watch, such as 30m; the task continues afterwards. Default: until it ends.")
    private @Nullable Duration timeout;

    WatchView(Context context) {
        this.context = context;
    }

    public ConnectionOptions connection() {
        return connection;
    }

    public OutputOption output() {
        return output;
    }

    ExitCode follow(Task known) throws IOException, InterruptedException {
        return report(watch(known, new NoAnswers()));
    }

    /** Shows the result of a task. */
    public ExitCode report(Task task) {
        output.print(() -> lines(task), () -> document(task));
        return Outcomes.exitCode(task);
    }

    /**
     * Returns the task when it has ended. Without a terminal a question ends the watch too, unless it is answered; the
     * task itself keeps waiting.
     */
    public Task watch(Task known, Answerer answerer) throws IOException, InterruptedException {
        Terminal terminal = context.terminal();
        Set<String> answered = new HashSet<>();
        Predicate<Question> unanswered = question -> answerer.answers(question) && !answered.contains(question.getId());
        Watching.Until until = new Watching.Until(
                question -> unanswered.test(question) || (!answerer.answers(question) && !terminal.interactive()),
                timeout);
        try (StatusLine display = new StatusLine(terminal, Amounts.instant(known.getCreatedAt()));
                Detach detach = new Detach(terminal, display::close, continues(known.getId()))) {
            display.start();
            Narrator narrator = new Narrator(terminal.errStyle(), question -> !answerer.answers(question));
            Watching watching = new Watching(connection::open, known.getId(), narrator, display, events(), until);
            Task task = watching.follow();
            while (task.getStatus() == TaskStatus.TASK_STATUS_WAITING && unanswered.test(task.getQuestion())) {
                answerer.answer(task, display::say);
                answered.add(task.getQuestion().getId());
                task = watching.follow();
            }
            return task;
        }
    }

    private static final class NoAnswers implements Answerer {
        @Override
        public boolean answers(Question question) {
            return false;
        }

        @Override
        public void answer(Task task, Consumer<String> say) {
            throw new IllegalStateException("answers no question");
        }
    }

    private static String continues(String id) {
        return "the task continues. Come back: pawl watch " + id + "   end it: pawl stop " + id;
    }

    private Consumer<Event> events() {
        if (output.format() != OutputOption.Format.jsonl) {
            return event -> {};
        }
        return event -> {
            context.terminal().out().println(Json.line(EventDocument.of(event)));
            context.terminal().out().flush();
        };
    }

    private List<String> lines(Task task) {
        return TaskReport.lines(
                task, context.terminal().width(), context.terminal().outStyle());
    }

    /** The last line of {@code jsonl} is the task, marked as such among the events. */
    private JsonObject document(Task task) {
        try (PawlClient client = connection.open()) {
            JsonObject document = TaskDocuments.of(client, task);
            return output.format() == OutputOption.Format.jsonl ? Json.typed("task", document) : document;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
