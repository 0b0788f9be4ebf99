/* SPDX-License-Identifier: Apache-2.0 */
package org.sharedmailbox.it.roundcube;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import org.sharedmailbox.it.browser.Chromium;
import org.sharedmailbox.it.browser.Tab;
import org.sharedmailbox.it.client.Person;

/** Roundcube as one person has it open in their browser. */
final class Webmail implements AutoCloseable {
    private static final String PROPERTIES = "#preferences-frame >>> ";
    private static final String DIALOGUE = ".ui-dialog ";
    private static final Path PICTURES = Path.of("target", "pictures");

    private final Roundcube roundcube;
    private final Tab tab;

    private Webmail(Roundcube roundcube, Tab tab) {
        this.roundcube = roundcube;
        this.tab = tab;
    }

    /** Signs this person in. */
    static Webmail of(Roundcube roundcube, Chromium chromium, Person person) {
        Webmail webmail = new Webmail(roundcube, chromium.starts());
        try {
            webmail.signsIn(person);
            return webmail;
        } catch (AssertionError e) {
            webmail.close();
            throw e;
        }
    }

    private void signsIn(Person person) {
        tab.opens(roundcube.url());
        tab.types("#rcmloginuser", person.address());
        tab.types("#rcmloginpwd", person.password());
        tab.clicks("#rcmloginsubmit");
        tab.awaits("#layout-sidebar .username", person.address());
    }

    /** Keeps a picture of what is to be seen once no notice lies over it any more. */
    void photographs(String name) {
        tab.awaitsNothing("#messagestack > div");
        tab.photographs(PICTURES.resolve(name + ".png"));
    }

    /** The folders of the list on the left, as they are written there. */
    String folders() {
        tab.opens(roundcube.url() + "?_task=mail");
        return tab.reads("#mailboxlist");
    }

    /** Opens a folder of the list on the left. */
    void opens(String folder) {
        tab.opens(roundcube.url() + "?_task=mail");
        // While Roundcube fetches the list of the first folder, it ignores that.
        tab.clicksUntil(
                "#mailboxlist a[rel='" + folder + "']",
                "#mailboxlist li.selected > a[rel='" + folder + "']");
    }

    /** Opens the mail about this in the folder that is open; its text. */
    String reads(String subject) {
        tab.awaits("#messagelist .subject a", subject);
        tab.clicks("#messagelist .subject a");
        tab.awaits("#messagecontframe >>> h2.subject", subject);
        return tab.reads("#messagecontframe >>> #messagebody");
    }

    /** Begins an answer to the mail that is open; the address that it is from. */
    String answers() {
        tab.clicks("a.reply:not(.disabled)");
        return tab.reads("#_from");
    }

    /** Writes this instead of what is quoted, and sends it. */
    void sends(String text) {
        tab.types("#composebody", text);
        tab.clicks("button.send");
        tab.reads("#messagelist");
    }

    /** Makes an identity, under which mail can be written. */
    void addsIdentity(String name, String address) {
        tab.opens(roundcube.url() + "?_task=settings&_action=identities");
        tab.clicks(".toolbar a.create");
        tab.types(PROPERTIES + "#rcmfd_name", name);
        tab.types(PROPERTIES + "#rcmfd_email", address);
        photographs("roundcube-identity");
        tab.clicks(PROPERTIES + ".formbuttons .submit");
        tab.awaits("#identities-table", address);
    }

    /** Gives a folder another name. */
    void renames(String folder, String newName) {
        opensProperties(folder);
        tab.types(PROPERTIES + "#_name", newName);
        tab.clicks(PROPERTIES + ".formbuttons .submit");
        tab.awaits("#messagestack", "Folder updated");
    }

    /** Shares a folder with somebody, who may read it and no more, as the dialogue proposes it. */
    void shares(String folder, String user) {
        opensProperties(folder);
        tab.clicks(PROPERTIES + "#acllist-footer a.create");
        tab.types(DIALOGUE + "#acluser", user);
        photographs("roundcube-share");
        tab.clicks(DIALOGUE + "button.mainaction");
        tab.awaits(PROPERTIES + "#acltable", user);
    }

    /** Whether a box of the table of who may do what is filled, partly filled, or empty. */
    String box(String box) {
        for (String filled : new String[] {"enabled", "partial", "disabled"}) {
            if (tab.shows(PROPERTIES + "#acltable tbody td.acl" + box + "." + filled)) {
                return filled;
            }
        }
        throw new AssertionError("No box " + box);
    }

    private void opensProperties(String folder) {
        tab.opens(roundcube.url() + "?_task=settings&_action=folders");
        tab.clicks("#" + idOf(folder) + " > a");
        tab.reads(PROPERTIES + ".formcontent");
    }

    /** The id of a folder's line in the list of all. */
    private static String idOf(String folder) {
        return "rcmli"
                + Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(folder.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        tab.close();
    }
}
