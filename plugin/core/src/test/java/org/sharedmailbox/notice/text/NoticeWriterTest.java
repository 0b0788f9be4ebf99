/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.notice.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.People.ADMINISTRATOR;
import static org.sharedmailbox.People.ALICE;
import static org.sharedmailbox.People.BOB;
import static org.sharedmailbox.People.NOON;
import static org.sharedmailbox.People.SUPPORT;
import static org.sharedmailbox.People.delegation;
import static org.sharedmailbox.People.mailbox;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.james.core.Username;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.sharedmailbox.Plugin;
import org.sharedmailbox.audit.Actor;
import org.sharedmailbox.audit.AuditSource;
import org.sharedmailbox.delegation.AccessResolver;
import org.sharedmailbox.delegation.Delegation;
import org.sharedmailbox.delegation.NoticeKind;
import org.sharedmailbox.delegation.Suspension;
import org.sharedmailbox.james.JamesInMemory;
import org.sharedmailbox.mailbox.SharedMailboxType;
import org.sharedmailbox.model.DelegationRight;
import org.sharedmailbox.model.FolderEntries;
import org.sharedmailbox.model.FolderEntry;
import org.sharedmailbox.model.FolderId;
import org.sharedmailbox.model.FolderName;
import org.sharedmailbox.model.FolderReference;
import org.sharedmailbox.model.ImapRights;
import org.sharedmailbox.model.Validity;
import org.sharedmailbox.notice.Notice;
import org.sharedmailbox.store.TestStores;
import org.slf4j.LoggerFactory;

/** What notices say, in both languages, and with texts of the operator's own. */
class NoticeWriterTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @RegisterExtension final TestStores database = TestStores.h2InFile();
    @TempDir Path folder;

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeEach
    void listen() {
        log.start();
        logger().addAppender(log);
    }

    @AfterEach
    void leave() {
        logger().detachAppender(log);
    }

    private static Logger logger() {
        return (Logger) LoggerFactory.getLogger(NoticeTemplates.class);
    }

    private void given(Delegation delegation) {
        database.stores().delegations().lockAndCount(delegation.owner(), NOON);
        database.stores().delegations().put(delegation);
    }

    private NoticeWriter writer(NoticeLanguage language, Optional<Path> files) {
        return new NoticeWriter(
                NoticeTemplates.read(files, language),
                language,
                BERLIN,
                database.stores().delegations(),
                database.stores().mailboxes(),
                plugin()::limitsOf);
    }

    private AccessResolver plugin() {
        return new Plugin(database.stores(), new JamesInMemory().with(ALICE, BOB, SUPPORT)).access;
    }

    private NoticeText text(NoticeLanguage language, Notice notice) {
        return writer(language, Optional.empty()).write(notice).orElseThrow();
    }

    private static Notice notice(NoticeKind kind, Username recipient, Username owner, Actor actor) {
        return Notice.of(kind, recipient, owner, BOB, actor, NOON);
    }

    private static FolderEntry entry(String folder, String letters, boolean subfolders) {
        FolderReference reference =
                FolderReference.of(FolderId.of("id " + folder.hashCode()), FolderName.of(folder));
        return subfolders
                ? FolderEntry.withSubfolders(reference, ImapRights.ofLetters(letters))
                : FolderEntry.alone(reference, ImapRights.ofLetters(letters));
    }

    @Test
    void aGrantSaysWhatByWhomUntilWhenWhereAndHowToLeave() {
        database.stores().mailboxes().put(mailbox(SUPPORT).build());
        given(
                delegation(SUPPORT, BOB)
                        .rights(List.of(DelegationRight.READ_AND_MANAGE, DelegationRight.SEND_AS))
                        .validity(
                                Validity.of(
                                        Optional.empty(),
                                        Optional.of(NOON.plus(Duration.ofDays(1)))))
                        .note(Optional.of("not for everybody"))
                        .build());

        NoticeText text =
                text(
                        NoticeLanguage.ENGLISH,
                        notice(NoticeKind.GRANTED, BOB, SUPPORT, ADMINISTRATOR));

        assertThat(text.subject()).isEqualTo("You have access to support@example.com");
        assertThat(text.body())
                .isEqualTo(
                        "An administrator (postmaster@example.com) has given you access to the"
                                + " mailbox support@example.com (Technical Support):\n"
                                + "\n"
                                + "* The whole mailbox:\n"
                                + "  - read, mark, file and delete mail; create, rename and delete"
                                + " folders\n"
                                + "* Sending mail as support@example.com\n"
                                + "\n"
                                + "It ends on Thursday, 5 March 2026, 13:00 (Europe/Berlin,"
                                + " +01:00).\n"
                                + "\n"
                                + "In your mail program, the folders are named #user.support.\n"
                                + "To leave, remove your own name from the permissions of"
                                + " #user.support there.\n"
                                + "\n"
                                + "If you did not expect this, write to postmaster@example.com.\n");
    }

    @Test
    void whatEndsSoonIsDescribedAsItWasWhenItBegan() {
        given(
                delegation(ALICE, BOB)
                        .rights(List.of(DelegationRight.READ, DelegationRight.SEND_ON_BEHALF))
                        .validity(
                                Validity.of(
                                        Optional.empty(),
                                        Optional.of(NOON.plus(Duration.ofDays(1)))))
                        .build());

        assertThat(
                        text(
                                        NoticeLanguage.ENGLISH,
                                        notice(NoticeKind.ENDING, BOB, ALICE, Actor.system()))
                                .body())
                .isEqualTo(
                        "Your access to the mailbox alice@example.com, given by"
                                + " postmaster@example.com, ends soon. It is:\n"
                                + "\n"
                                + "* The whole mailbox:\n"
                                + "  - read mail\n"
                                + "* Sending mail on behalf of alice@example.com: recipients also see"
                                + " bob@example.com\n"
                                + "\n"
                                + "It ends on Thursday, 5 March 2026, 13:00 (Europe/Berlin,"
                                + " +01:00).\n"
                                + "\n"
                                + "In your mail program, the folders are named #user.alice.\n"
                                + "To leave, remove your own name from the permissions of"
                                + " #user.alice there.\n"
                                + "\n"
                                + "If it is needed longer, write to postmaster@example.com in time.\n");
        assertThat(
                        text(
                                        NoticeLanguage.GERMAN,
                                        notice(NoticeKind.ENDING, ALICE, ALICE, Actor.system()))
                                .body())
                .startsWith(
                        "Der Zugriff von bob@example.com auf Ihr Postfach alice@example.com, gegeben"
                                + " von postmaster@example.com, endet bald. Er umfasst:\n")
                .contains("  - Mails lesen\n", "Ende: ");
    }

    @Test
    void whoseAccessHasEndedIsToldWhatCloses() {
        assertThat(
                        text(
                                        NoticeLanguage.ENGLISH,
                                        notice(NoticeKind.ENDED, BOB, ALICE, ADMINISTRATOR))
                                .body())
                .contains(
                        "The folders below #user.alice are no longer open to you, and you can no"
                                + " longer send from alice@example.com.\n");
        assertThat(
                        text(
                                        NoticeLanguage.GERMAN,
                                        notice(NoticeKind.ENDED, BOB, ALICE, ADMINISTRATOR))
                                .body())
                .contains("Die Ordner unter #user.alice stehen Ihnen nicht mehr offen");
        assertThat(
                        text(
                                        NoticeLanguage.ENGLISH,
                                        notice(NoticeKind.ENDED, ALICE, ALICE, ADMINISTRATOR))
                                .body())
                .doesNotContain("#user.alice");
    }

    @Test
    void foldersAreNamedOneByOne() {
        given(
                delegation(ALICE, BOB)
                        .entries(
                                FolderEntries.of(
                                        List.of(
                                                entry("INBOX", "lrs", false),
                                                entry("Projects", "lrswite", true),
                                                entry("Salary", "", true))))
                        .build());

        NoticeText text =
                text(
                        NoticeLanguage.GERMAN,
                        notice(
                                NoticeKind.CHANGED,
                                ALICE,
                                ALICE,
                                Actor.member(ALICE, AuditSource.IMAP)));

        assertThat(text.subject())
                .isEqualTo("Der Zugriff von bob@example.com auf Ihr Postfach wurde geändert");
        assertThat(text.body())
                .isEqualTo(
                        "Sie haben den Zugriff von bob@example.com auf Ihr Postfach"
                                + " alice@example.com geändert.\n"
                                + "\n"
                                + "Er umfasst jetzt:\n"
                                + "\n"
                                + "* Der Ordner INBOX:\n"
                                + "  - Mails lesen\n"
                                + "  - Mails markieren, etwa als gelesen\n"
                                + "* Der Ordner Projects mit seinen Unterordnern:\n"
                                + "  - Mails lesen\n"
                                + "  - Mails markieren, etwa als gelesen\n"
                                + "  - Mails ablegen\n"
                                + "  - Mails löschen\n"
                                + "* Der Ordner Salary mit seinen Unterordnern:\n"
                                + "  - kein Zugriff\n"
                                + "\n"
                                + "Ein Ende ist nicht festgelegt.\n"
                                + "\n"
                                + "Fragen? Schreiben Sie an postmaster@example.com.\n");
    }

    @Test
    void aDelegateIsNotToldOfFoldersThatTheyCannotSee() {
        given(
                delegation(ALICE, BOB)
                        .entries(
                                FolderEntries.of(
                                        List.of(
                                                FolderEntry.ofMailbox(ImapRights.ofLetters("lr")),
                                                entry("Salary", "", true),
                                                entry("Drop", "i", false))))
                        .note(Optional.of("under investigation"))
                        .build());

        assertThat(
                        text(
                                        NoticeLanguage.ENGLISH,
                                        notice(NoticeKind.GRANTED, BOB, ALICE, ADMINISTRATOR))
                                .body())
                .contains("The whole mailbox")
                .doesNotContain("Salary")
                .doesNotContain("Drop")
                .doesNotContain("investigation");
        assertThat(
                        text(
                                        NoticeLanguage.ENGLISH,
                                        notice(NoticeKind.GRANTED, ALICE, ALICE, ADMINISTRATOR))
                                .body())
                .contains("The folder Salary and the folders below it:\n  - no access")
                .contains("The folder Drop:\n  - file mail")
                .doesNotContain("investigation");
    }

    @Test
    void whatTheTypeOfTheMailboxDoesNotLeaveIsNotPromised() {
        database.stores()
                .mailboxes()
                .put(mailbox(SUPPORT).type(SharedMailboxType.ARCHIVE.name()).build());
        given(delegation(SUPPORT, BOB).rights(List.of(DelegationRight.READ_AND_MANAGE)).build());

        assertThat(
                        text(
                                        NoticeLanguage.ENGLISH,
                                        notice(NoticeKind.GRANTED, BOB, SUPPORT, ADMINISTRATOR))
                                .body())
                .contains("  - read mail\n  - mark mail, for instance as read\n\n")
                .doesNotContain("delete");
    }

    @Test
    void aThousandFoldersAreNotAllNamed() {
        List<FolderEntry> entries = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            entries.add(entry("F" + i, "lr", false));
        }
        given(delegation(ALICE, BOB).entries(FolderEntries.of(entries)).build());

        String body =
                text(NoticeLanguage.ENGLISH, notice(NoticeKind.GRANTED, BOB, ALICE, ADMINISTRATOR))
                        .body();

        assertThat(body).contains("The folder F49:").doesNotContain("The folder F50:");
        assertThat(body).contains("* and 950 more folders\n");
    }

    @Test
    void foldersThatPeopleNameLeaveThemLittleRoomToWrite() {
        List<FolderEntry> entries = new ArrayList<>();
        entries.add(entry("A" + "x".repeat(150), "lr", false));
        for (int i = 0; i < 9; i++) {
            entries.add(entry("F" + i, "lr", false));
        }
        given(delegation(ALICE, BOB).entries(FolderEntries.of(entries)).build());

        for (Actor actor : List.of(Actor.member(ALICE, AuditSource.IMAP), Actor.system())) {
            assertThat(
                            text(
                                            NoticeLanguage.ENGLISH,
                                            notice(NoticeKind.CHANGED, BOB, ALICE, actor))
                                    .body())
                    .contains("The folder A" + "x".repeat(58) + "…:")
                    .contains("The folder F3:")
                    .doesNotContain("The folder F4:")
                    .contains("* and 5 more folders\n");
        }
    }

    @ParameterizedTest
    @EnumSource(NoticeKind.class)
    void everyKindHasATextForEverybodyInEveryLanguage(NoticeKind kind) {
        given(
                delegation(ALICE, BOB)
                        .validity(Validity.of(Optional.empty(), Optional.of(NOON.plusSeconds(60))))
                        .build());
        for (NoticeLanguage language : NoticeLanguage.values()) {
            for (Username recipient : List.of(ALICE, BOB)) {
                for (Actor actor :
                        List.of(
                                ADMINISTRATOR,
                                Actor.system(),
                                Actor.member(ALICE, AuditSource.IMAP),
                                Actor.member(BOB, AuditSource.IMAP))) {
                    NoticeText text = text(language, notice(kind, recipient, ALICE, actor));

                    String other =
                            recipient.equals(ALICE) ? "bob@example.com" : "alice@example.com";
                    assertThat(text.subject()).contains(other).doesNotContain("{{");
                    assertThat(text.body())
                            .contains(other)
                            .contains("postmaster@example.com")
                            .doesNotContain("{{")
                            .doesNotContain("  has")
                            .doesNotContain("\n\n\n");
                }
            }
        }
    }

    @Test
    void whatHasEndedMeanwhileIsNotTold() {
        assertThat(
                        writer(NoticeLanguage.ENGLISH, Optional.empty())
                                .write(notice(NoticeKind.GRANTED, BOB, ALICE, ADMINISTRATOR)))
                .isEmpty();
    }

    @Test
    void aChangeOfWhatIsSuspendedPromisesNothing() {
        Delegation granted = delegation(ALICE, BOB).build();
        given(granted);
        database.stores()
                .delegations()
                .putSuspensions(
                        List.of(
                                granted.toBuilder()
                                        .suspension(Optional.of(Suspension.of(NOON, "webadmin")))
                                        .build()));

        NoticeText text =
                text(NoticeLanguage.ENGLISH, notice(NoticeKind.CHANGED, BOB, ALICE, ADMINISTRATOR));

        assertThat(text.subject()).isEqualTo("Your access to alice@example.com has been suspended");
        assertThat(text.body())
                .contains("Until it is restored, it allows nothing.")
                .doesNotContain("read mail");
    }

    @Test
    void aFileOfTheOperatorReplacesTheBuiltInText() throws IOException {
        Files.writeString(
                folder.resolve("ended.txt"),
                "Subject: Vorbei: {{owner}}\r\n\r\nAdé {{delegate}}\r\n");

        NoticeText text =
                writer(NoticeLanguage.GERMAN, Optional.of(folder))
                        .write(notice(NoticeKind.ENDED, BOB, ALICE, ADMINISTRATOR))
                        .orElseThrow();

        assertThat(text.subject()).isEqualTo("Vorbei: alice@example.com");
        assertThat(text.body()).isEqualTo("Adé bob@example.com\n");
        assertThat(log.list).isEmpty();
    }

    @Test
    void aReplacedPartIsUsedByTheBuiltInTexts() throws IOException {
        Files.writeString(folder.resolve("access.txt"), "Ask the intranet.\n");
        given(delegation(ALICE, BOB).build());

        assertThat(
                        writer(NoticeLanguage.ENGLISH, Optional.of(folder))
                                .write(notice(NoticeKind.GRANTED, BOB, ALICE, ADMINISTRATOR))
                                .orElseThrow()
                                .body())
                .contains("Ask the intranet.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "granted.txt|Subject: a {{#shared}} b|granted.txt cannot be used",
                "granted.txt|Hello|it must begin with a line 'Subject: …'",
                "granted.txt|Subject: a{{> /etc/passwd}}|/etc/passwd",
                "granted.txt|Subject: a{{> other}}|other.txt",
                "access.txt|{{#places}}|access.txt cannot be used",
            })
    void aFileThatCannotBeUsedIsToldAndTheBuiltInTextSent(String name, String source, String told)
            throws IOException {
        Files.writeString(folder.resolve(name), source + "\n\nbody\n");
        given(delegation(ALICE, BOB).build());

        NoticeText text =
                writer(NoticeLanguage.ENGLISH, Optional.of(folder))
                        .write(notice(NoticeKind.GRANTED, BOB, ALICE, ADMINISTRATOR))
                        .orElseThrow();

        assertThat(text.body()).contains("has given you access").contains("read mail");
        assertThat(errors()).singleElement().asString().contains(told);
    }

    @Test
    void whatPeopleWriteIsNoTemplate() throws IOException {
        Files.writeString(folder.resolve("granted.txt"), "Subject: Hi\n\n{{note}}\n");
        given(delegation(ALICE, BOB).note(Optional.of("{{owner}} & <b> {{> access}}")).build());

        assertThat(
                        writer(NoticeLanguage.ENGLISH, Optional.of(folder))
                                .write(notice(NoticeKind.GRANTED, BOB, ALICE, ADMINISTRATOR))
                                .orElseThrow()
                                .body())
                .isEqualTo("{{owner}} & <b> {{> access}}\n");
    }

    @Test
    void aFileInAnotherCharsetIsTold() throws IOException {
        Files.write(
                folder.resolve("ended.txt"),
                "Subject: Schön\n\nSchön\n".getBytes(StandardCharsets.ISO_8859_1));

        writer(NoticeLanguage.ENGLISH, Optional.of(folder));

        assertThat(errors()).singleElement().asString().contains("it is not in UTF-8");
    }

    @Test
    void aFolderThatIsMissingIsTold() {
        writer(NoticeLanguage.ENGLISH, Optional.of(folder.resolve("nowhere")));

        assertThat(errors())
                .singleElement()
                .asString()
                .contains("there is no folder")
                .contains("nowhere");
    }

    private List<String> errors() {
        return log.list.stream()
                .filter(event -> event.getLevel() == Level.ERROR)
                .map(ILoggingEvent::getFormattedMessage)
                .collect(Collectors.toList());
    }
}
