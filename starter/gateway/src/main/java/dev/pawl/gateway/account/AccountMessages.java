package dev.pawl.gateway.account;

import dev.pawl.api.v1.Account;
import dev.pawl.api.v1.AccountLimit;
import dev.pawl.api.v1.AccountState;
import dev.pawl.api.v1.AccountUse;
import dev.pawl.db.budget.DayUse;
import dev.pawl.db.provider.KnownLimit;
import dev.pawl.gateway.view.Dollars;
import dev.pawl.gateway.wire.Times;
import java.time.Instant;
import java.util.List;

/** Messages on accounts. */
final class AccountMessages {
    private AccountMessages() {}

    static Account.Builder account(String name, List<KnownLimit> limits, List<TaskAccounts> tasks, Instant now) {
        List<AccountLimit> known = limits.stream()
                .filter(limit -> limit.account().equals(name))
                .map(limit -> limit(limit, now))
                .toList();
        List<TaskAccounts> own = tasks.stream().filter(task -> task.uses(name)).toList();
        return Account.newBuilder()
                .setAccount(name)
                .setState(known.stream()
                        .filter(limit -> limit.getModel().isEmpty())
                        .map(AccountLimit::getState)
                        .findFirst()
                        .orElse(AccountState.ACCOUNT_STATE_SERVED))
                .addAllLimits(known)
                .setOpenTasks(own.size())
                .setParkedTasks(own.stream().filter(TaskAccounts::parked).count());
    }

    private static AccountLimit limit(KnownLimit known, Instant now) {
        Instant until = known.limitedUntil().toInstant();
        AccountLimit.Builder limit = AccountLimit.newBuilder()
                .setModel(known.model())
                .setState(until.isAfter(now) ? AccountState.ACCOUNT_STATE_PARKED : AccountState.ACCOUNT_STATE_TRYING)
                .setLimitedUntil(Times.of(until))
                .setUnknownInARow(known.unknownInARow());
        if (known.said() != null) {
            limit.setSaid(known.said());
        }
        if (known.probeTask() != null) {
            limit.setTriedBy(known.probeTask());
        }
        return limit.build();
    }

    static AccountUse use(String account, DayUse use) {
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
