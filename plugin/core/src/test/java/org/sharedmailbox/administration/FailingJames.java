/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.administration;

import java.util.Optional;
import org.apache.james.core.Username;
import org.sharedmailbox.james.JamesInMemory;
import org.sharedmailbox.mailbox.Accounts;
import org.sharedmailbox.mailbox.Folders;
import org.sharedmailbox.mailbox.MailboxQuota;
import org.sharedmailbox.mailbox.Quotas;
import org.sharedmailbox.model.FolderName;

/** A real James in memory that fails at one step. */
final class FailingJames {
    private enum Step {
        ACCOUNT,
        FOLDER,
        QUOTA
    }

    private final JamesInMemory james;
    private final Step failing;
    private final String folder;

    private FailingJames(JamesInMemory james, Step failing, String folder) {
        this.james = james;
        this.failing = failing;
        this.folder = folder;
    }

    static FailingJames atAccount(JamesInMemory james) {
        return new FailingJames(james, Step.ACCOUNT, "");
    }

    static FailingJames atFolder(JamesInMemory james, String folder) {
        return new FailingJames(james, Step.FOLDER, folder);
    }

    static FailingJames atQuota(JamesInMemory james) {
        return new FailingJames(james, Step.QUOTA, "");
    }

    Accounts accounts() {
        Accounts real = james.accounts();
        return failing != Step.ACCOUNT ? real : new AccountsThatCannotBeMade(real);
    }

    Folders folders() {
        return failing != Step.FOLDER
                ? james.folders()
                : james.foldersThatFailAt(FolderName.of(folder));
    }

    Quotas quotas() {
        Quotas real = james.quotas();
        return failing != Step.QUOTA ? real : new QuotasThatAreHalfSet(real);
    }

    /** Accounts like those of an LDAP server: they cannot be changed. */
    static Accounts readOnly(JamesInMemory james) {
        return new AccountsThatCannotBeMade(james.accounts()) {
            @Override
            public boolean canBeChanged() {
                return false;
            }

            @Override
            public void blockSignIn(Username address) {
                throw badDay();
            }
        };
    }

    static IllegalStateException badDay() {
        return new IllegalStateException("James has a bad day");
    }

    private static class AccountsThatCannotBeMade implements Accounts {
        private final Accounts real;

        AccountsThatCannotBeMade(Accounts real) {
            this.real = real;
        }

        @Override
        public boolean servesDomainOf(Username address) {
            return real.servesDomainOf(address);
        }

        @Override
        public boolean exists(Username address) {
            return real.exists(address);
        }

        @Override
        public boolean areThereAny() {
            return true;
        }

        @Override
        public boolean areForgottenAtRestart() {
            return false;
        }

        @Override
        public boolean canBeChanged() {
            return real.canBeChanged();
        }

        @Override
        public Optional<String> rewritingOf(Username address) {
            return real.rewritingOf(address);
        }

        @Override
        public Optional<Username> accountBehind(Username address) {
            return real.accountBehind(address);
        }

        @Override
        public void create(Username address, Optional<String> password) {
            throw badDay();
        }

        @Override
        public void setPassword(Username address, String password) {
            real.setPassword(address, password);
        }

        @Override
        public void blockSignIn(Username address) {
            real.blockSignIn(address);
        }

        @Override
        public void remove(Username address) {
            real.remove(address);
        }
    }

    private static final class QuotasThatAreHalfSet implements Quotas {
        private final Quotas real;
        private boolean failed;

        QuotasThatAreHalfSet(Quotas real) {
            this.real = real;
        }

        @Override
        public MailboxQuota of(Username address) {
            return real.of(address);
        }

        @Override
        public void set(Username address, MailboxQuota quota) {
            real.set(address, quota);
            if (!failed) {
                failed = true;
                throw badDay();
            }
        }
    }
}
