package dev.pawl.acceptance.histories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.acceptance.stack.Hosts;
import dev.pawl.acceptance.stack.SecondWorker;
import dev.pawl.acceptance.stack.Tasks;
import dev.pawl.api.v1.AgentSpec;
import dev.pawl.api.v1.TaskSpec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * A lost host, and a person's choices for its tasks. People are asked after twelve minutes, so these are only recorded.
 */
@EnabledIfSystemProperty(named = Recorder.WRITE, matches = "true", disabledReason = "it takes a quarter of an hour")
@OnRecordedStack
class LostHostRecordingsIT {
    private static final String LOST = "lost";

    private final RecordedStack recorded;
    private final Tasks tasks;
    private final People people;
    private final Recorder recorder;

    LostHostRecordingsIT(RecordedStack recorded) {
        this.recorded = recorded;
        this.tasks = recorded.tasks();
        this.people = recorded.people();
        this.recorder = new Recorder(recorded);
    }

    @Test
    void tasksOfALostHostAreReplayed() throws Exception {
        Path home = recorded.place("lost-home");
        Path go = recorded.place("signal").resolve("go");
        Hosts hosts = new Hosts(recorded.stack());
        String moved;
        String ended;
        String returned;
        try (SecondWorker worker = SecondWorker.onHost(recorded.stack(), LOST, home)) {
            moved = hosts.taskOn(LOST, waitingFor(go));
            ended = hosts.taskOn(LOST, waitingFor(go));
            returned = hosts.taskOn(LOST, waitingFor(go));
        }
        Files.createFile(go);
        for (String id : List.of(moved, ended, returned)) {
            Awaitility.await("a person is asked about " + id)
                    .atMost(Duration.ofMinutes(16))
                    .pollInterval(Duration.ofSeconds(1))
                    .until(() -> tasks.get(id).hasQuestion());
        }

        people.answer(moved, "begin again");
        people.answer(ended, "end");
        people.answer(returned, "wait");
        tasks.finished(moved);
        tasks.finished(ended);
        assertThat(tasks.get(returned).hasFinishedAt()).isFalse();
        try (SecondWorker back = SecondWorker.onHost(recorded.stack(), LOST, home)) {
            tasks.finished(returned);
        }

        recorder.task("host-lost-moved", moved);
        recorder.task("host-lost-ended", ended);
        recorder.task("host-lost-returned", returned);
    }

    private static TaskSpec.Builder waitingFor(Path go) {
        return TaskSpec.newBuilder()
                .setTitle("Wait and write")
                .setPrompt("Write done.txt")
                .setAgent(AgentSpec.newBuilder()
                        .setName("command")
                        .addCommand("bash")
                        .addCommand("-c")
                        .addCommand("until test -e %s; do sleep 0.1; done; echo done > done.txt".formatted(go)))
                .addFiles("done.txt");
    }
}
