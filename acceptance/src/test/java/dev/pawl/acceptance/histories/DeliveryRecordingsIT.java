package dev.pawl.acceptance.histories;

import dev.pawl.acceptance.stack.SmallRepository;
import dev.pawl.acceptance.stack.Tasks;
import dev.pawl.api.v1.DeliverMode;
import dev.pawl.api.v1.TaskStatus;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** Deliveries of accepted results. */
@OnRecordedStack
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
        String applied = tasks.submit(repository("applied").task().setDeliver(DeliverMode.DELIVER_MODE_APPLY));
        String branched = tasks.submit(repository("branched").task().setDeliver(DeliverMode.DELIVER_MODE_BRANCH));
        SmallRepository taken = repository("taken");
        taken.git("git branch pawl");
        String failed = tasks.submit(taken.task().setDeliver(DeliverMode.DELIVER_MODE_BRANCH));

        recorder.task("applied", applied);
        recorder.task("branched", branched);
        recorder.task("failed", failed);
    }

    @Test
    void tasksWhoseResultMeetsAConflictAreReplayed() throws Exception {
        SmallRepository repository = repository("changed");
        Files.writeString(repository.file(), "def f(): return 'mine'\n");
        String undelivered = tasks.submit(
                repository.task().setDeliver(DeliverMode.DELIVER_MODE_APPLY).setInteractive(false));
        String asked = tasks.submit(repository.task().setDeliver(DeliverMode.DELIVER_MODE_APPLY));
        tasks.await(asked, TaskStatus.TASK_STATUS_WAITING);
        tasks.finished(undelivered);
        repository.git("git checkout -q a.py");
        recorded.people().answer(asked, "again");

        recorder.task("undelivered", undelivered);
        recorder.task("applied-at-second-try", asked);
    }

    private SmallRepository repository(String name) throws Exception {
        return SmallRepository.make(recorded.place(name));
    }
}
