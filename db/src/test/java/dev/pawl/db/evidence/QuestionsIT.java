package dev.pawl.db.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pawl.db.question.NewQuestion;
import dev.pawl.db.question.QuestionRow;
import dev.pawl.db.question.Questions;
import dev.pawl.db.testing.Samples;
import dev.pawl.db.testing.TestDatabase;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;

class QuestionsIT {
    private static final TestDatabase DATABASE = TestDatabase.migrated();

    private final Questions questions = DATABASE.repositories().questions();
    private final String task = Samples.taskId();

    @BeforeEach
    void register() {
        DATABASE.repositories().tasks().register(Samples.task(task));
    }

    @Test
    void askingTwiceAsksOnce() {
        assertThat(questions.ask(question("1", "clarify"))).isTrue();
        assertThat(questions.ask(question("1", "clarify"))).isFalse();

        assertThat(questions.list(task)).hasSize(1);
        QuestionRow open = questions.openOf(task).orElseThrow();
        assertThat(open.question()).isEqualTo("Which one?");
        assertThat(open.reasons()).containsExactly("it is not said");
        assertThat(open.choices()).containsExactly("red", "blue");
        assertThat(open.deadline()).isEqualTo(Instant.parse("2026-05-01T00:00:00Z"));
        assertThat(open.closedAt()).isNull();
    }

    @Test
    void theFirstWayAQuestionWasClosedStays() {
        questions.ask(question("1", "clarify"));

        assertThat(questions.close(id("1"), "answered", "the red one", "ann")).isPresent();
        QuestionRow closed = questions.list(task).getFirst();
        assertThat(questions.close(id("1"), "answered", "the red one", "ann")).isEmpty();
        assertThat(questions.close(id("1"), "expired", "", "deadline")).isEmpty();
        assertThat(questions.ask(question("1", "clarify"))).isFalse();

        assertThat(questions.openOf(task)).isEmpty();
        assertThat(questions.list(task)).containsExactly(closed);
        assertThat(List.of(String.valueOf(closed.resolution()), String.valueOf(closed.answer())))
                .containsExactly("answered", "the red one");
    }

    @Test
    void anAnswerMayHoldTheOneCharacterThatPostgreSqlDoesNot() {
        questions.ask(question("1", "clarify"));

        Optional<QuestionRow> closed = questions.close(id("1"), "answered", "nul\0byte", "a\0nn");

        assertThat(closed).map(QuestionRow::answer).contains("nul\uFFFDbyte");
        assertThat(closed).map(QuestionRow::closedBy).contains("a\uFFFDnn");
        assertThat(questions.openOf(task + "\0")).isEmpty();
    }

    @Test
    void theNewestOpenQuestionIsTheOneToAnswer() {
        questions.ask(question("1", "clarify"));
        questions.ask(question("2", "escalate"));

        assertThat(questions.openOf(task)).map(QuestionRow::id).contains(id("2"));
    }

    @Test
    void theDatabaseRefusesUnknownKindsAndResolutions() {
        assertThatThrownBy(() -> questions.ask(question("1", "chat")))
                .isInstanceOf(DataIntegrityViolationException.class);
        questions.ask(question("1", "clarify"));
        assertThatThrownBy(() -> questions.close(id("1"), "ignored", "", "ann"))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    private NewQuestion question(String name, String kind) {
        return new NewQuestion(
                id(name),
                task,
                1,
                kind,
                "Which one?",
                List.of("it is not said"),
                List.of("red", "blue"),
                Instant.parse("2026-05-01T00:00:00Z"));
    }

    private String id(String name) {
        return task + "/" + name;
    }
}
