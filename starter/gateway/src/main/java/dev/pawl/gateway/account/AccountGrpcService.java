package dev.pawl.gateway.account;

import dev.pawl.api.v1.AccountServiceGrpc;
import dev.pawl.api.v1.AccountUse;
import dev.pawl.api.v1.GetAccountUseRequest;
import dev.pawl.api.v1.GetAccountUseResponse;
import dev.pawl.db.budget.DayUse;
import dev.pawl.db.budget.Reservations;
import dev.pawl.gateway.failure.Failures;
import dev.pawl.gateway.view.Dollars;
import io.grpc.stub.StreamObserver;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;

/** Returns what the database has of accounts. Only workers know their budgets. */
public final class AccountGrpcService extends AccountServiceGrpc.AccountServiceImplBase {
    private final Reservations reservations;

    public AccountGrpcService(Reservations reservations) {
        this.reservations = reservations;
    }

    @Override
    public void getAccountUse(GetAccountUseRequest request, StreamObserver<GetAccountUseResponse> observer) {
        LocalDate day = request.hasDay() ? day(request.getDay()) : LocalDate.now(ZoneOffset.UTC);
        GetAccountUseResponse.Builder response =
                GetAccountUseResponse.newBuilder().setDay(day.toString());
        reservations
                .accounts(day)
                .forEach(account -> response.addAccounts(use(account, reservations.day(account, day))));
        observer.onNext(response.build());
        observer.onCompleted();
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw Failures.invalid("day", "is not a day; write it as 2026-01-31");
        }
    }

    private static AccountUse use(String account, DayUse use) {
        return AccountUse.newBuilder()
                .setAccount(account)
                .setSpentUsd(Dollars.text(use.spentUsd()))
                .setReservedUsd(Dollars.text(use.heldUsd()))
                .setSpentTokens(use.spentTokens())
                .setReservedTokens(use.heldTokens())
                .setRunning(use.running())
                .build();
    }
}
