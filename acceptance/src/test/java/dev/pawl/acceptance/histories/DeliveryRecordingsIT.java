package dev.pawl.acceptance.histories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.acceptance.stack.Tasks;
import dev.pawl.api.v1.AgentSpec;
import dev.pawl.api.v1.DeliverMode;
import dev.pawl.api.v1.TaskSpec;
import dev.pawl.api.v1.TaskStatus;
import dev.pawl.api.v1.WorkspaceSpec;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What becomes of an accepted result. */
@ExtendWith(RecordedStack.Extension.class)
class DeliveryRecordingsIT {
    private final RecordedStack recorded;
    private final Tasks tasks;
    private final Recorder recorder;

    DeliveryRecordingsIT(RecordedStack recorded) {
        this.recorded = recorded;
        this.tasks = recorded.tasks();
        this.recorder = new Recorder(recorded);
    }

    @Test
    void tasksWhoseResultIsDeliveredAreReplayed() throws Exception {
        String applied = tasks.submit(work(repository("applied"), DeliverMode.DELIVER_MODE_APPLY));
        String branched = tasks.submit(work(repository("branched"), DeliverMode.DELIVER_MODE_BRANCH));
        Path taken = repository("taken");
        git(taken, "git branch pawl");
        String failed = tasks.submit(work(taken, DeliverMode.DELIVER_MODE_BRANCH));

        recorder.task("applied", applied);
        recorder.task("branched", branched);
        recorder.task("failed", failed);
    }

    @Test
    void tasksWhoseResultMeetsAConflictAreReplayed() throws Exception {
        Path repository = repository("changed");
        Files.writeString(repository.resolve("a.py"), "def f(): return 'mine'\n");
        String undelivered =
                tasks.submit(work(repository, DeliverMode.DELIVER_MODE_APPLY).setInteractive(false));
        String asked = tasks.submit(work(repository, DeliverMode.DELIVER_MODE_APPLY));
        tasks.await(asked, TaskStatus.TASK_STATUS_WAITING);
        tasks.finished(undelivered);
        git(repository, "git checkout -q a.py");
        recorded.people().answer(asked, "again");

        recorder.task("undelivered", undelivered);
        recorder.task("applied-at-second-try", asked);
    }

    private Path repository(String name) throws Exception {
        Path directory = recorded.place(name);
        Files.writeString(directory.resolve("a.py"), "def f(): pass\n");
        git(
                directory,
                "git init -q -b main . && git add . && git -c user.name=U -c user.email=u@localhost commit -qm base");
        return directory;
    }

    private static TaskSpec.Builder work(Path repository, DeliverMode deliver) {
        return TaskSpec.newBuilder()
                .setTitle("Add x")
                .setPrompt("Add x = 1 to a.py")
                .setAgent(AgentSpec.newBuilder()
                        .setName("command")
                        .addCommand("bash")
                        .addCommand("-c")
                        .addCommand("echo 'x = 1' >> a.py"))
                .setWorkspace(WorkspaceSpec.newBuilder().setSource(repository.toString()))
                .addFiles("a.py")
                .addChecks(Tasks.check("x", "python3 -c 'import a; assert a.x == 1'"))
                .setDeliver(deliver);
    }

    private static void git(Path directory, String script) throws Exception {
        Process process = new ProcessBuilder("bash", "-euc", script)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
    }
}
