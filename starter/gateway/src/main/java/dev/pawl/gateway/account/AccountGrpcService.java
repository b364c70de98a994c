package dev.pawl.gateway.account;

import dev.pawl.api.v1.Account;
import dev.pawl.api.v1.AccountServiceGrpc;
import dev.pawl.api.v1.GetAccountUseRequest;
import dev.pawl.api.v1.GetAccountUseResponse;
import dev.pawl.api.v1.ListAccountsRequest;
import dev.pawl.api.v1.ListAccountsResponse;
import dev.pawl.api.v1.RetryAccountRequest;
import dev.pawl.api.v1.RetryAccountResponse;
import dev.pawl.db.budget.Reservations;
import dev.pawl.db.provider.KnownLimit;
import dev.pawl.db.provider.OpenTasks;
import dev.pawl.db.provider.ProviderLimits;
import dev.pawl.gateway.engine.Engine;
import dev.pawl.gateway.failure.Failures;
import io.grpc.stub.StreamObserver;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Returns what the database has of accounts. Only workers know their budgets. */
public final class AccountGrpcService extends AccountServiceGrpc.AccountServiceImplBase {
    private final Reservations reservations;
    private final ProviderLimits limits;
    private final OpenTasks tasks;
    private final Engine engine;

    public AccountGrpcService(Reservations reservations, ProviderLimits limits, OpenTasks tasks, Engine engine) {
        this.reservations = reservations;
        this.limits = limits;
        this.tasks = tasks;
        this.engine = engine;
    }

    @Override
    public void getAccountUse(GetAccountUseRequest request, StreamObserver<GetAccountUseResponse> observer) {
        LocalDate day = request.hasDay() ? day(request.getDay()) : LocalDate.now(ZoneOffset.UTC);
        GetAccountUseResponse.Builder response =
                GetAccountUseResponse.newBuilder().setDay(day.toString());
        reservations
                .accounts(day)
                .forEach(account -> response.addAccounts(AccountMessages.use(account, reservations.day(account, day))));
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

    @Override
    public void listAccounts(ListAccountsRequest request, StreamObserver<ListAccountsResponse> observer) {
        Instant now = Instant.now();
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        List<KnownLimit> known = limits.all();
        List<TaskAccounts> open = TaskAccounts.of(tasks.all());
        List<String> budgeted = reservations.accounts(today);
        SortedSet<String> names = new TreeSet<>(budgeted);
        known.forEach(limit -> names.add(limit.account()));
        open.forEach(task -> names.addAll(task.accounts()));
        ListAccountsResponse.Builder response = ListAccountsResponse.newBuilder();
        for (String name : names) {
            Account.Builder account = AccountMessages.account(name, known, open, now);
            if (budgeted.contains(name)) {
                account.setToday(AccountMessages.use(name, reservations.day(name, today)));
            }
            response.addAccounts(account);
        }
        observer.onNext(response.build());
        observer.onCompleted();
    }

    @Override
    public void retryAccount(RetryAccountRequest request, StreamObserver<RetryAccountResponse> observer) {
        String account = request.getAccount();
        if (account.isBlank()) {
            throw Failures.invalid("account", "is missing");
        }
        if (!limits.retry(account, Instant.now())) {
            throw Failures.notFound("no usage limit of account '%s' is known".formatted(account));
        }
        // All of them ask, and exactly one is admitted.
        long woken = TaskAccounts.of(tasks.all()).stream()
                .filter(task -> task.parked() && task.uses(account))
                .filter(task -> engine.tryProvider(task.taskId()))
                .count();
        observer.onNext(RetryAccountResponse.newBuilder().setWokenTasks(woken).build());
        observer.onCompleted();
    }
}
