package dev.pawl.cli.command.action;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Message;
import dev.pawl.api.v1.AnswerRequest;
import dev.pawl.api.v1.CancelRequest;
import dev.pawl.api.v1.ExtendRequest;
import dev.pawl.api.v1.Task;
import dev.pawl.cli.fake.FakeGateway;
import dev.pawl.cli.fake.Invocation;
import dev.pawl.cli.fake.Tasks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ActionCommandsTest {
    @TempDir
    Path directory;

    private FakeGateway gateway;

    @BeforeEach
    void start() throws IOException {
        gateway = new FakeGateway();
        gateway.tasks.put(Tasks.ID, Tasks.waiting("clarify"));
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    private Invocation pawl(String... arguments) {
        return Invocation.of(gateway.environment(), directory, arguments);
    }

    @Test
    void anAnswerReachesTheTaskWithTheNameOfThePerson() {
        Invocation answer = pawl("answer", "calc", "decimals,", "please");
        assertThat(answer.exitCode()).isZero();
        assertThat(answer.out()).isEqualTo("task " + Tasks.ID + ": answer taken up; running, iteration 2, agent\n");
        AnswerRequest request = (AnswerRequest) gateway.actions.getFirst();
        assertThat(request.getTaskId()).isEqualTo(Tasks.ID);
        assertThat(request.getText()).isEqualTo("decimals, please");
        assertThat(request.getBy()).isEqualTo("ada");
        assertThat(request.getRequestId()).hasSize(36);
    }

    @Test
    void onATerminalTheQuestionIsShownAndTheAnswerTyped() {
        Invocation answer =
                Invocation.typing("\nDezimalzahlen für alles\n", gateway.environment(), directory, "answer", "calc");

        assertThat(answer.exitCode()).isZero();
        assertThat(answer.err()).contains("Calculator module asks: Decimals or fractions?", "the agent asks");
        assertThat(((AnswerRequest) gateway.actions.getFirst()).getText()).isEqualTo("Dezimalzahlen für alles");
    }

    @Test
    void aChoiceIsTypedByItsNumberOrItsWords() {
        gateway.tasks.put(Tasks.ID, choosing("allow", "refuse"));

        assertThat(typed("3\n2\n").exitCode()).isZero();
        assertThat(typed("perhaps\nAllow\n").exitCode()).isZero();
        assertThat(gateway.actions)
                .extracting(action -> ((AnswerRequest) action).getText())
                .containsExactly("refuse", "allow");
        Invocation nothing = typed("");
        assertThat(nothing.exitCode()).isEqualTo(2);
        assertThat(nothing.err()).contains("1  allow", "nothing was answered");
        assertThat(gateway.actions).hasSize(2);
    }

    @Test
    void aTaskThatAsksNothingIsNotAnswered() {
        gateway.tasks.put(Tasks.ID, Tasks.accepted());

        assertThat(typed("x\n").err()).contains("does not wait for a person");
        assertThat(gateway.actions).isEmpty();
    }

    private Invocation typed(String text) {
        return Invocation.typing(text, gateway.environment(), directory, "answer", Tasks.ID);
    }

    private static Task choosing(String... choices) {
        Task.Builder task = Tasks.waiting("escalate").toBuilder();
        task.getQuestionBuilder().addAllChoices(List.of(choices));
        return task.build();
    }

    @Test
    void anAnswerCanComeFromAFile() throws Exception {
        Files.writeString(directory.resolve("answer.md"), "decimals\n");
        pawl("answer", Tasks.ID, "--file", "answer.md");
        assertThat(((AnswerRequest) gateway.actions.getFirst()).getText()).isEqualTo("decimals\n");
    }

    @Test
    void anAnswerWithoutTextIsRefused() {
        assertThat(pawl("answer", Tasks.ID).exitCode()).isEqualTo(2);
        assertThat(pawl("answer", Tasks.ID, " ").err()).contains("the text is blank");
        assertThat(gateway.actions).isEmpty();
    }

    @Test
    void anActionThatDoesNotFitEndsWith2AndTheReason() {
        Invocation answer = pawl("answer", Tasks.ID, "not now");
        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.err()).contains("the task does not ask anything");
    }

    @ParameterizedTest
    @ValueSource(strings = {"approve", "reject", "pause", "resume", "stop", "cancel"})
    void theOtherActionsTakeAReason(String action) {
        Invocation acted = pawl(action, Tasks.ID, "--reason", "because");
        assertThat(acted.exitCode()).isZero();
        Message request = gateway.actions.getFirst();
        assertThat(request.getDescriptorForType().getName()).isEqualToIgnoringCase(action + "Request");
        assertThat(request.getField(request.getDescriptorForType().findFieldByName("text")))
                .isEqualTo("because");
    }

    @Test
    void instructGivesGuidance() {
        assertThat(pawl("instruct", Tasks.ID, "keep", "names", "-o", "json").out())
                .contains("\"status\": \"running\"")
                .contains("\"question\": null");
    }

    @Test
    void extendGrantsWhatIsNamedAndNothingElse() {
        Invocation extended = pawl("extend", Tasks.ID, "--cost", "2.50", "--time", "30m", "--reason", "worth it");
        assertThat(extended.exitCode()).isZero();
        ExtendRequest request = (ExtendRequest) gateway.actions.getFirst();
        assertThat(request.getCostUsd()).isEqualTo("2.50");
        assertThat(request.getTime().getSeconds()).isEqualTo(1800);
        assertThat(request.hasTokens()).isFalse();
        assertThat(request.getIterations()).isZero();
        assertThat(request.getText()).isEqualTo("worth it");
    }

    @Test
    void extendByNothingIsRefused() {
        assertThat(pawl("extend", Tasks.ID, "--reason", "x").exitCode()).isEqualTo(2);
        assertThat(gateway.actions).isEmpty();
    }

    @Test
    void cancelSaysThatItWasAccepted() {
        Invocation cancel = pawl("cancel", Tasks.ID);
        assertThat(cancel.out()).isEqualTo("task " + Tasks.ID + ": cancel taken up\n");
        assertThat(gateway.actions.getFirst()).isInstanceOf(CancelRequest.class);
    }
}
