package dev.pawl.acceptance.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.acceptance.stack.LocalStack;
import dev.pawl.acceptance.stack.SharedStack;
import dev.pawl.acceptance.stack.Tasks;
import dev.pawl.api.v1.CancelRequest;
import dev.pawl.api.v1.Task;
import dev.pawl.api.v1.TaskStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The engine's Web UI alone tells an operator what happens and how to answer. */
@ExtendWith(SharedStack.class)
class WebUiIT {
    private static final Path PICTURES = Path.of("target/pictures");

    private final LocalStack stack;
    private final Tasks tasks;

    WebUiIT(LocalStack stack) {
        this.stack = stack;
        this.tasks = new Tasks(stack);
    }

    @Test
    void aWaitingTaskShowsItsTitleStatusIterationAndHowToAnswer() throws IOException {
        String id = tasks.submit(Tasks.calculator("vague").setTitle("Make the calculator better"));
        Task waiting = tasks.await(id, TaskStatus.TASK_STATUS_WAITING);

        String page = open(waiting, "waiting", "A person is needed");

        assertThat(page)
                .contains("Make the calculator better")
                .contains("waiting")
                .contains("1 of 5")
                .contains("What should be better about the calculator?")
                .contains("pawl answer " + id);
        cancel(id);
    }

    @Test
    void aRunningTaskShowsItsTitleStatusAndIteration() throws IOException {
        String id = tasks.submit(Tasks.calculator("endless").setTitle("Write a calculator"));

        String page = open(tasks.await(id, TaskStatus.TASK_STATUS_RUNNING), "running", "1 of 5");

        assertThat(page).contains("Write a calculator").contains("running").contains("agent");
        cancel(id);
    }

    private static String open(Task task, String picture, String until) throws IOException {
        Files.createDirectories(PICTURES);
        try (Browser browser = Browser.open()) {
            String text = browser.readMetadata(task.getLinks().getWebUi(), until);
            browser.picture(PICTURES.resolve(picture + ".png"));
            return text;
        }
    }

    private void cancel(String id) {
        stack.client().tasks().cancel(CancelRequest.newBuilder().setTaskId(id).build());
        tasks.finished(id);
    }
}
