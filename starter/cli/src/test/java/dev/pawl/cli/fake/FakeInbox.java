package dev.pawl.cli.fake;

import dev.pawl.api.v1.InboxServiceGrpc.InboxServiceImplBase;
import dev.pawl.api.v1.ListOpenQuestionsRequest;
import dev.pawl.api.v1.ListOpenQuestionsResponse;
import dev.pawl.api.v1.OpenQuestion;
import io.grpc.stub.StreamObserver;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Open questions in pages of two. */
public final class FakeInbox extends InboxServiceImplBase {
    public final List<OpenQuestion> questions = new CopyOnWriteArrayList<>();

    @Override
    public void listOpenQuestions(ListOpenQuestionsRequest request, StreamObserver<ListOpenQuestionsResponse> out) {
        int from = request.getPageToken().isEmpty() ? 0 : Integer.parseInt(request.getPageToken());
        int to = Math.min(questions.size(), from + Math.min(2, request.getPageSize()));
        ListOpenQuestionsResponse.Builder page =
                ListOpenQuestionsResponse.newBuilder().addAllQuestions(questions.subList(from, to));
        out.onNext((to < questions.size() ? page.setNextPageToken(Integer.toString(to)) : page).build());
        out.onCompleted();
    }
}
