package dev.pawl.cli.fake;

import dev.pawl.api.v1.AccountServiceGrpc.AccountServiceImplBase;
import dev.pawl.api.v1.GetAccountUseRequest;
import dev.pawl.api.v1.GetAccountUseResponse;
import dev.pawl.api.v1.ListAccountsRequest;
import dev.pawl.api.v1.ListAccountsResponse;
import dev.pawl.api.v1.RetryAccountRequest;
import dev.pawl.api.v1.RetryAccountResponse;
import io.grpc.stub.StreamObserver;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Accounts with the use that a test defines. */
public final class FakeAccounts extends AccountServiceImplBase {
    public GetAccountUseResponse use =
            GetAccountUseResponse.newBuilder().setDay("2030-01-31").build();

    public ListAccountsResponse all = ListAccountsResponse.getDefaultInstance();
    public final List<String> retried = new CopyOnWriteArrayList<>();
    public long woken;

    @Override
    public void listAccounts(ListAccountsRequest request, StreamObserver<ListAccountsResponse> out) {
        out.onNext(all);
        out.onCompleted();
    }

    @Override
    public void retryAccount(RetryAccountRequest request, StreamObserver<RetryAccountResponse> out) {
        retried.add(request.getAccount());
        out.onNext(RetryAccountResponse.newBuilder().setWokenTasks(woken).build());
        out.onCompleted();
    }

    @Override
    public void getAccountUse(GetAccountUseRequest request, StreamObserver<GetAccountUseResponse> out) {
        out.onNext(use);
        out.onCompleted();
    }
}
