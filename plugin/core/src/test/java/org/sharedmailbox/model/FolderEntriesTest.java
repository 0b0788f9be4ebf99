/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedmailbox.GivenEntries.entries;
import static org.sharedmailbox.GivenEntries.idOf;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which entry decides where: the most specific one. */
class FolderEntriesTest {
    /** Neither {@code Old} nor {@code Old.2020} is there any more, but what lies below is. */
    private static final Set<String> FOLDERS =
            Set.of(
                    "INBOX",
                    "INBOX.Salary",
                    "inbox.x",
                    "Sent",
                    "Projects",
                    "Projects.2026",
                    "Projects.2026.May",
                    "Projects2",
                    "Old.2020.March");

    @ParameterizedTest(name = "{0}: {1} -> {2}")
    @CsvSource(
            delimiter = ';',
            value = {
                // Nothing, or the whole mailbox.
                "''      ; INBOX             ; ''",
                "lr *    ; INBOX             ; lr",
                "lr *    ; Projects.2026.May ; lr",
                "lr *    ; Made.Later        ; lr",
                "l *     ; INBOX             ; l",
                "lrswitkxea * ; Sent         ; lrswikxtea",
                // A folder alone.
                "lrs INBOX    ; INBOX             ; lrs",
                "lrs INBOX    ; inbox             ; lrs",
                "lrs INBOX    ; INBOX.Salary      ; ''",
                "lrs Projects ; Projects          ; lrs",
                "lrs Projects ; Projects.2026     ; ''",
                "lrs Projects ; Projects2         ; ''",
                "lrs Projects ; projects          ; ''",
                "lrs Projects.2026 ; Projects     ; ''",
                "r Sent       ; Sent              ; r",
                // A folder with what lies below it, now or later.
                "lr Projects.* ; Projects             ; lr",
                "lr Projects.* ; Projects.2026        ; lr",
                "lr Projects.* ; Projects.2026.May    ; lr",
                "lr Projects.* ; Projects.Made.Later  ; lr",
                "lr Projects.* ; Projects2            ; ''",
                "lr Projects.* ; Sent                 ; ''",
                // INBOX is in any case; a folder below "inbox" does not lie below it.
                "lr INBOX.*    ; INBOX                ; lr",
                "lr INBOX.*    ; INBOX.Salary         ; lr",
                "lr INBOX.*    ; inbox.x              ; ''",
                "lr INBOX.*    ; inbox.x.y            ; ''",
                "lr inbox.x.*  ; inbox.x              ; lr",
                "lr inbox.x.*  ; INBOX.x              ; ''",
                "lr *|lrs INBOX.* ; inbox.x           ; lr",
                // The narrower one decides, whether it gives more or less.
                "lr *|lrsw Sent       ; Sent          ; lrsw",
                "lr *|lrsw Sent       ; INBOX         ; lr",
                "lrsw *|l Sent        ; Sent          ; l",
                "lrsw *|l Sent.*      ; Sent.Late     ; l",
                "lr Projects.*|lrs Projects           ; Projects      ; lrs",
                "lr Projects.*|lrs Projects           ; Projects.2026 ; lr",
                "lrs Projects|lr Projects.*           ; Projects      ; lrs",
                "lr Projects.*|lrs Projects.2026.*    ; Projects.2026.May ; lrs",
                "lrs Projects.2026.*|lr Projects.*    ; Projects.2026.May ; lrs",
                "lr Projects.*|lrs Projects.2026      ; Projects.2026.May ; lr",
                "lr *|lrs Projects.2026               ; Projects.2026.May ; lr",
                "l *|lr Projects.*|lrs Projects.2026.* ; Projects.2026.May ; lrs",
                "l *|lr Projects.*|lrs Projects.2026.*|lrsw Projects.2026.May ;"
                        + " Projects.2026.May ; lrsw",
                // No letters are nothing here, and not: as above.
                "lr *| Sent                    ; Sent              ; ''",
                "lr *| Sent                    ; Sent.Late         ; lr",
                "lr *| Projects.*              ; Projects          ; ''",
                "lr *| Projects.*              ; Projects.2026.May ; ''",
                "lr *| Projects.*|lrs Projects ; Projects          ; lrs",
                "lr *| Projects.*|lrs Projects ; Projects.2026     ; ''",
                "lr Projects.*| Projects       ; Projects          ; ''",
                "lr Projects.*| Projects       ; Projects.2026     ; lr",
                "lr *| Projects.*|lr Projects.2026.* ; Projects.2026.May ; lr",
                "' *|lr Sent'                  ; INBOX             ; ''",
                "' *|lr Sent'                  ; Sent              ; lr",
                // Levels that are not there are passed over; their names mean nothing.
                "lr *|lrs Old.*                ; Old.2020.March    ; lr",
                "lr *|lrs Old.2020.*           ; Old.2020.March    ; lr",
                "lr *|lrs Old.2020.March       ; Old.2020.March    ; lrs",
                "lr *| Gone.*                  ; Gone.March        ; lr",
                "lr Projects.*                 ; Projects.Gone.May ; lr",
            })
    void theMostSpecificEntryDecides(String written, String folder, String letters) {
        assertThat(entries(written).lettersIn(place(folder))).hasToString(letters);
    }

    @Test
    void aFolderIsKnownByItsIdAndNotByItsName() {
        FolderEntries given = entries("lr *|lrs Sent|l Projects.*");

        assertThat(given.lettersIn(renamed("Sent", "Outbox"))).hasToString("lrs");
        assertThat(given.lettersIn(renamed("Sent", "Projects.Sent"))).hasToString("lrs");
        assertThat(given.lettersIn(renamed("Drafts", "Projects.Drafts"))).hasToString("l");
        assertThat(given.lettersIn(renamed("Drafts", "Sent"))).hasToString("lr");
    }

    @Test
    void aFolderThatWasInboxIsNotInboxAnyMore() {
        FolderEntries given = entries("l *|lrs INBOX");

        assertThat(given.lettersIn(renamed("INBOX as James numbers it", "Old"))).hasToString("l");
        assertThat(given.lettersIn(renamed("INBOX as James numbers it", "INBOX")))
                .hasToString("lrs");
    }

    @Test
    void whereAFolderHasGoneNobodyKnowsSoThatNothingIsGivenThere() {
        FolderPlace gone =
                FolderPlace.of(
                        () -> idOf("Sent"), Optional::empty, name -> Optional.of(idOf("Sent")));

        assertThat(gone.id()).isEmpty();
        assertThat(entries("lr *| Sent").lettersIn(gone).isEmpty()).isTrue();
        assertThat(entries("lr *|lr Projects.*").lettersIn(gone).isEmpty()).isTrue();
        assertThat(entries("lr Sent").lettersIn(gone).isEmpty()).isTrue();
    }

    @Test
    void whereAllFoldersHaveTheSameRightsNoFolderIsAskedFor() {
        FolderPlace unknown =
                FolderPlace.of(
                        FolderName.of("Sent"),
                        name -> {
                            throw new AssertionError(name);
                        });

        assertThat(entries("lr *").lettersIn(unknown)).hasToString("lr");
        assertThat(entries("").lettersIn(unknown).isEmpty()).isTrue();
        assertThat(entries("lr *").areUniform()).isTrue();
        assertThat(entries("lr *|lr Sent").areUniform()).isFalse();
    }

    /** The place of a name in a mailbox that has those folders. */
    private static FolderPlace place(String name) {
        return FolderPlace.of(FolderName.of(name), FolderEntriesTest::find);
    }

    /** The place of a folder that had one name when its id was learnt, and has another now. */
    private static FolderPlace renamed(String before, String now) {
        return FolderPlace.of(
                () -> idOf(before), () -> Optional.of(FolderName.of(now)), FolderEntriesTest::find);
    }

    private static Optional<FolderId> find(FolderName name) {
        return Optional.of(name.asString()).filter(FOLDERS::contains).map(one -> idOf(one));
    }
}
