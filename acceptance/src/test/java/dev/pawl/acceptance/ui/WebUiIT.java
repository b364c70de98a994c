package dev.pawl.acceptance.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.acceptance.stack.LocalStack;
import dev.pawl.acceptance.stack.OnSharedStack;
import dev.pawl.acceptance.stack.Tasks;
import dev.pawl.api.v1.CancelRequest;
import dev.pawl.api.v1.Task;
import dev.pawl.api.v1.TaskStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The engine's Web UI alone, once a browser is logged in, shows an operator what happens and how to answer. */
@OnSharedStack
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

        see(
                waiting,
                "waiting",
                "A person is needed",
                "Make the calculator better",
                "waiting",
                "1 of 5",
                "What should be better about the calculator?",
                "pawl answer " + id);
        cancel(id);
    }

    @Test
    void theLinkOfATaskSaysHowToLogInUntilTheBrowserHas() {
        String id = tasks.submit(Tasks.calculator("calculator").setTitle("Write a calculator"));
        String link = tasks.finished(id).getLinks().getWebUi();
        try (Browser browser = Browser.open();
                Browser other = Browser.open()) {
            assertThat(browser.page(link)).contains("pawl ui").doesNotContain(id);
            browser.logIn(stack.loginLink());
            browser.awaitMetadata(link, "Write a calculator");
            assertThat(other.page(link)).contains("pawl ui");
        }
    }

    @Test
    void aRunningTaskShowsItsTitleStatusAndIteration() throws IOException {
        String id = tasks.submit(Tasks.calculator("endless").setTitle("Write a calculator"));

        see(
                tasks.await(id, TaskStatus.TASK_STATUS_RUNNING),
                "running",
                "Write a calculator",
                "running",
                "1 of 5",
                "agent");
        cancel(id);
    }

    /** The page of the task shows all of these texts; takes a picture of it. */
    private void see(Task task, String picture, String... said) throws IOException {
        Files.createDirectories(PICTURES);
        try (Browser browser = Browser.open()) {
            browser.logIn(stack.loginLink());
            browser.awaitMetadata(task.getLinks().getWebUi(), said);
            browser.picture(PICTURES.resolve(picture + ".png"));
        }
    }

    private void cancel(String id) {
        stack.client().tasks().cancel(CancelRequest.newBuilder().setTaskId(id).build());
        tasks.finished(id);
    }
}
