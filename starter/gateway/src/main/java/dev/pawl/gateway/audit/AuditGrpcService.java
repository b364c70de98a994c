package dev.pawl.gateway.audit;

import dev.pawl.api.v1.AuditServiceGrpc;
import dev.pawl.api.v1.Call;
import dev.pawl.api.v1.CollectRequest;
import dev.pawl.api.v1.CollectResponse;
import dev.pawl.api.v1.CollectedFigure;
import dev.pawl.api.v1.ListCallsRequest;
import dev.pawl.api.v1.ListCallsResponse;
import dev.pawl.api.v1.VerifyRequest;
import dev.pawl.api.v1.VerifyResponse;
import dev.pawl.db.access.CallRow;
import dev.pawl.db.access.Calls;
import dev.pawl.gateway.engine.Engine;
import dev.pawl.gateway.failure.Failures;
import dev.pawl.gateway.wire.Times;
import dev.pawl.workflows.activity.collect.Collect;
import dev.pawl.workflows.activity.reap.Reap;
import dev.pawl.workflows.collect.CollectReport;
import io.grpc.stub.StreamObserver;
import java.util.List;

/**
 * Runs audits in workers: one worker checks rows and engine, and each host's worker checks its host. Lists who called
 * what.
 */
public final class AuditGrpcService extends AuditServiceGrpc.AuditServiceImplBase {
    private static final int USUAL_PAGE = 100;
    private static final int LARGEST_PAGE = 1_000;

    private final Engine engine;
    private final Calls calls;

    public AuditGrpcService(Engine engine, Calls calls) {
        this.engine = engine;
        this.calls = calls;
    }

    @Override
    public void verify(VerifyRequest request, StreamObserver<VerifyResponse> observer) {
        observer.onNext(AuditMessages.of(engine.verify(new Reap(request.getRepair(), true))));
        observer.onCompleted();
    }

    @Override
    public void collect(CollectRequest request, StreamObserver<CollectResponse> observer) {
        CollectReport report = engine.collect(new Collect(request.getDryRun()));
        CollectResponse.Builder response =
                CollectResponse.newBuilder().addAllHosts(report.hosts()).addAllSilentHosts(report.silent());
        report.collected()
                .forEach(one -> response.addCollected(CollectedFigure.newBuilder()
                        .setKind(one.kind().wire())
                        .setCount(one.count())
                        .setBytes(one.bytes())));
        observer.onNext(response.build());
        observer.onCompleted();
    }

    @Override
    public void listCalls(ListCallsRequest request, StreamObserver<ListCallsResponse> observer) {
        int size = request.getPageSize() == 0 ? USUAL_PAGE : request.getPageSize();
        if (size < 1 || size > LARGEST_PAGE) {
            throw Failures.invalid("page_size", "must be 1 to " + LARGEST_PAGE);
        }
        List<CallRow> found = calls.list(request.getCaller(), request.getSubject(), before(request), size + 1);
        ListCallsResponse.Builder page = ListCallsResponse.newBuilder();
        found.stream().limit(size).map(AuditGrpcService::call).forEach(page::addCalls);
        if (found.size() > size) {
            page.setNextPageToken(Long.toString(found.get(size - 1).id()));
        }
        observer.onNext(page.build());
        observer.onCompleted();
    }

    private static long before(ListCallsRequest request) {
        try {
            return request.getPageToken().isEmpty() ? Long.MAX_VALUE : Long.parseLong(request.getPageToken());
        } catch (NumberFormatException e) {
            throw Failures.invalid("page_token", "is not from a previous page");
        }
    }

    private static Call call(CallRow row) {
        return Call.newBuilder()
                .setId(row.id())
                .setAt(Times.of(row.at()))
                .setCaller(row.caller())
                .setPeer(row.peer())
                .setMethod(row.method())
                .setSubject(row.subject())
                .setRequestId(row.requestId())
                .setOutcome(row.outcome())
                .build();
    }
}
