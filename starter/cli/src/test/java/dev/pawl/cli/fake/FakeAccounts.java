package dev.pawl.cli.fake;

import dev.pawl.api.v1.AccountServiceGrpc.AccountServiceImplBase;
import dev.pawl.api.v1.GetAccountUseRequest;
import dev.pawl.api.v1.GetAccountUseResponse;
import io.grpc.stub.StreamObserver;

/** Accounts with the use that a test defines. */
public final class FakeAccounts extends AccountServiceImplBase {
    public GetAccountUseResponse use =
            GetAccountUseResponse.newBuilder().setDay("2030-01-31").build();

    @Override
    public void getAccountUse(GetAccountUseRequest request, StreamObserver<GetAccountUseResponse> out) {
        out.onNext(use);
        out.onCompleted();
    }
}
