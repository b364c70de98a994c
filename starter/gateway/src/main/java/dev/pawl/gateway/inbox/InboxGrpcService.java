package dev.pawl.gateway.inbox;

import dev.pawl.api.client.Words;
import dev.pawl.api.v1.InboxServiceGrpc;
import dev.pawl.api.v1.ListOpenQuestionsRequest;
import dev.pawl.api.v1.ListOpenQuestionsResponse;
import dev.pawl.api.v1.OpenQuestion;
import dev.pawl.api.v1.PlanAnswer;
import dev.pawl.db.inbox.Inbox;
import dev.pawl.db.inbox.InboxPage;
import dev.pawl.db.inbox.OpenQuestionRow;
import dev.pawl.gateway.failure.Failures;
import dev.pawl.gateway.view.Dollars;
import dev.pawl.gateway.wire.Times;
import io.grpc.stub.StreamObserver;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The protocol's inbox service. */
public final class InboxGrpcService extends InboxServiceGrpc.InboxServiceImplBase {
    private static final int DEFAULT_SIZE = 50;
    private static final int MAX_SIZE = 1000;

    private final Inbox inbox;

    public InboxGrpcService(Inbox inbox) {
        this.inbox = inbox;
    }

    @Override
    public void listOpenQuestions(
            ListOpenQuestionsRequest request, StreamObserver<ListOpenQuestionsResponse> observer) {
        int size = request.getPageSize() == 0 ? DEFAULT_SIZE : request.getPageSize();
        if (size < 1 || size > MAX_SIZE) {
            throw Failures.invalid("page_size", "is %d, allowed: 1 to %d".formatted(size, MAX_SIZE));
        }
        InboxPage page = page(size, request.getPageToken().isEmpty() ? null : request.getPageToken());
        ListOpenQuestionsResponse.Builder response = ListOpenQuestionsResponse.newBuilder();
        page.questions().forEach(row -> response.addQuestions(question(row)));
        if (page.nextPageToken() != null) {
            response.setNextPageToken(page.nextPageToken());
        }
        observer.onNext(response.build());
        observer.onCompleted();
    }

    private InboxPage page(int size, @Nullable String token) {
        try {
            return inbox.list(size, token);
        } catch (IllegalArgumentException notAToken) {
            throw Failures.invalid("page_token", String.valueOf(notAToken.getMessage()));
        }
    }

    private static OpenQuestion question(OpenQuestionRow row) {
        OpenQuestion.Builder question = OpenQuestion.newBuilder()
                .setId(row.id())
                .setTitle(row.title())
                .setKind(row.kind())
                .setQuestion(row.question())
                .addAllReasons(row.reasons())
                .setAskedAt(Times.of(row.askedAt()))
                .setUnpriced(row.unpriced())
                .setReminders(row.reminders())
                .setEscalatedTo(Objects.requireNonNullElse(row.escalatedTo(), ""));
        if (row.taskId() != null) {
            question.setTaskId(row.taskId()).addAllChoices(row.choices());
        } else {
            question.setPlanId(Objects.requireNonNull(row.planId()))
                    .setPackageId(Objects.requireNonNullElse(row.packageId(), ""))
                    .addAllChoices(Words.all(PlanAnswer.class));
        }
        if (row.deadline() != null) {
            question.setDeadline(Times.of(row.deadline()));
        }
        if (row.costUsd() != null) {
            question.setCostUsd(Dollars.text(row.costUsd()));
        }
        return question.build();
    }
}
