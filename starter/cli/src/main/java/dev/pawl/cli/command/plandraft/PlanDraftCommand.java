package dev.pawl.cli.command.plandraft;

import dev.pawl.api.client.PawlClient;
import dev.pawl.api.v1.SubmitTaskRequest;
import dev.pawl.api.v1.SubmitTaskResponse;
import dev.pawl.api.v1.Task;
import dev.pawl.cli.command.GivenTask;
import dev.pawl.cli.command.Permission;
import dev.pawl.cli.command.Submitted;
import dev.pawl.cli.command.WatchView;
import dev.pawl.cli.command.option.RequestIdOption;
import dev.pawl.cli.command.option.TextOptions;
import dev.pawl.cli.connection.TaskLookup;
import dev.pawl.cli.init.BuildCommands;
import dev.pawl.cli.invocation.CommandFailure;
import dev.pawl.cli.invocation.Context;
import dev.pawl.cli.invocation.ExitCode;
import dev.pawl.cli.plandraft.Draft;
import dev.pawl.cli.plandraft.DraftPrompt;
import dev.pawl.cli.plandraft.DraftedPlan;
import dev.pawl.cli.plandraft.UsersKeys;
import dev.pawl.cli.planfile.RepositoryFiles;
import dev.pawl.cli.preflight.Preflight;
import dev.pawl.cli.repository.Repository;
import dev.pawl.cli.taskfile.Submission;
import dev.pawl.cli.taskfile.TaskFile;
import dev.pawl.cli.yaml.InvalidFileException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "draft",
        description = {
            "Let an agent write a plan file for a goal, and show it; nothing of the plan runs.",
            "The agent works as a task on a copy of the current repository. An invalid draft goes back to it with its "
                    + "problems, at most twice.",
            "Starts the local stack if no gateway is configured and none runs."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  pawl plan draft \"Support time zones in reports and in the API\"",
            "  pawl plan draft --file goal.md --to zones.yaml --agent codex"
        })
public final class PlanDraftCommand implements Callable<Integer> {
    private static final int LONGEST_GOAL = 100_000;

    private final Context context;

    @Parameters(index = "0..*", paramLabel = "GOAL", description = "What to plan; several words need no quotes.")
    private List<String> words = List.of();

    @Mixin
    private TextOptions goal;

    @Option(
            names = {"-O", "--to"},
            paramLabel = "FILE",
            defaultValue = "plan.yaml",
            description = "Write the plan to this file. Default: plan.yaml.")
    private Path to;

    @Option(names = "--force", description = "Replace the file if it exists.")
    private boolean force;

    @Option(
            names = "--agent",
            paramLabel = "NAME",
            description = "The agent that drafts, and that the plan names. Default: as for a task of the repository.")
    private @Nullable String agent;

    @Option(
            names = "--trust",
            description = "Permit, from now on, what .pawl/defaults.yaml sets that needs your permission. It is shown.")
    private boolean trust;

    @Mixin
    private RequestIdOption requestId;

    @Mixin
    private WatchView view;

    PlanDraftCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws Exception {
        String text = goal();
        DraftTarget target = new DraftTarget(to, context.directory().resolve(to).normalize(), force);
        target.require();
        Repository repository = Repository.around(context.directory())
                .orElseThrow(() -> usage(context.directory() + " is in no git repository; go to one, or run git init"));
        TaskFile task = task(text, repository);
        if (view.connection().local()) {
            new Preflight(context)
                    .check(task)
                    .forEach(note -> context.terminal().say("note: " + note));
        }
        UsersKeys chosen = UsersKeys.of(target.file(), repository.root(), task);
        DraftReview review = new DraftReview(context, view.connection(), chosen);
        Task ended = view.watch(submitted(task), review);
        return switch (ended.getStatus()) {
            case TASK_STATUS_ACCEPTED -> result(ended, review, target).code();
            case TASK_STATUS_REJECTED -> rejected(ended, review).code();
            default -> view.report(ended).code();
        };
    }

    private String goal() throws IOException {
        String text = goal.text(words);
        if (text.length() > LONGEST_GOAL) {
            throw usage("the goal is longer than %d characters; commit the details as a file of the repository, "
                            .formatted(LONGEST_GOAL)
                    + "and name it in the goal");
        }
        return text;
    }

    private TaskFile task(String text, Repository repository) throws IOException {
        RepositoryFiles files = RepositoryFiles.read(repository.root());
        if (files == null) {
            throw usage(repository.root() + " has no commit; commit what the packages start from");
        }
        if (files.files().contains(Draft.FILE)) {
            throw usage("the repository has a file " + Draft.FILE + ", which a draft would change; rename it");
        }
        GivenTask given = GivenTask.ofText(context, text, agent);
        new Permission(context).require(given.defaults(), trust, "the same command with --trust");
        TaskFile task = given.task();
        BuildCommands build = task.checks().isEmpty()
                ? BuildCommands.of(repository.root())
                : new BuildCommands(
                        task.setup().stream().map(TaskFile.Setup::run).toList(),
                        task.checks().stream().map(TaskFile.Check::run).toList());
        return Draft.task(task, repository.root(), DraftPrompt.of(text, files, build));
    }

    private Task submitted(TaskFile task) throws IOException {
        String id = requestId.orNew();
        SubmitTaskRequest request = SubmitTaskRequest.newBuilder()
                .setRequestId(id)
                .setTask(Submission.of(task, true))
                .build();
        try (PawlClient client = view.connection().openOrStart()) {
            SubmitTaskResponse response = client.tasks().submitTask(request);
            Submitted submitted = new Submitted(
                            response.getTaskId(), task.title(), response.getWebUi(), response.getRegistered())
                    .announced("task", context.terminal());
            context.terminal().say("to come back to it: the same command with --request-id " + id);
            return new TaskLookup(client).find(submitted.id());
        }
    }

    /** By the review, or by a person. */
    private ExitCode rejected(Task task, DraftReview review) {
        if (review.problems().isEmpty()) {
            return view.report(task);
        }
        new DraftReport(context, view.output(), task).refused(review.problems());
        return ExitCode.NOT_ACCEPTED;
    }

    private ExitCode result(Task task, DraftReview review, DraftTarget target) throws IOException {
        DraftReport report = new DraftReport(context, view.output(), task);
        try (PawlClient client = view.connection().open()) {
            DraftedPlan draft = review.read(client, task.getId());
            target.write(draft.text());
            report.written(to, draft.plan());
            return ExitCode.ACCEPTED;
        } catch (InvalidFileException invalid) {
            report.refused(invalid.problems());
            return ExitCode.NOT_ACCEPTED;
        }
    }

    private static CommandFailure usage(String message) {
        return new CommandFailure(ExitCode.USAGE, message);
    }
}
