# SPDX-License-Identifier: Apache-2.0
"""A member works with Python's imaplib in a shared mailbox, and wants to see what they expect;
then they send a mail as the mailbox with smtplib.

Arguments: port, certificate, user, password, shared folder, port of submission, address of the
mailbox, recipient. The folder holds one mail about Ink.
"""
import imaplib
import smtplib
import ssl
import sys

port, certificate, user, password, folder, submission, mailbox, recipient = sys.argv[1:]
tls = ssl.create_default_context(cafile=certificate)
quoted = '"%s"' % folder
mail = b"Subject: Lamp\r\nFrom: a@b.c\r\n\r\nIt is dark.\r\n"


def ok(answer):
    status, data = answer
    assert status == "OK", answer
    return [part for part in data if part is not None]


def flat(data):
    return b" ".join(b" ".join(part) if isinstance(part, tuple) else part for part in data)


with imaplib.IMAP4_SSL("localhost", int(port), ssl_context=tls) as imap:
    ok(imap.login(user, password))
    assert ok(imap.namespace()) == [b'(("" ".")) (("#user." ".")) NIL']
    assert flat(ok(imap.list('""', '"#user.*"'))).endswith(quoted.encode())
    assert folder.encode() in flat(ok(imap.lsub('""', '"#user.*"')))

    assert ok(imap.select(quoted)) == [b"1"]
    assert ok(imap.search(None, "SUBJECT", "Ink")) == [b"1"]
    assert b"Subject: Ink" in flat(ok(imap.fetch("1", "(UID BODY.PEEK[HEADER])")))
    assert b"\\Flagged" in flat(ok(imap.store("1", "+FLAGS", "(\\Flagged)")))
    assert b"APPENDUID" in flat(ok(imap.append(quoted, "(\\Seen)", None, mail)))
    ok(imap.noop())
    assert imap.response("EXISTS")[1][-1] == b"2"
    assert flat(ok(imap.uid("FETCH", "2", "(FLAGS)"))).count(b"\\Seen") == 1

    assert b"COPYUID" in flat(ok(imap.copy("2", "INBOX")))
    ok(imap.uid("MOVE", "2", "Trash"))
    assert imap.response("EXPUNGE")[1] == [b"2"]
    assert ok(imap.status(quoted, "(MESSAGES UNSEEN)")) == [quoted.encode() + b" (MESSAGES 1 UNSEEN 1)"]
    assert flat(imap.getquotaroot(quoted)[1][0]).startswith(quoted.encode())

    ok(imap.append(quoted, None, None, mail))
    ok(imap.store("2", "+FLAGS", "(\\Deleted)"))
    assert ok(imap.expunge()) == [b"2"]

    status, refusal = imap.status('"#user.nobody.INBOX"', "(MESSAGES)")
    assert (status, b"NONEXISTENT" in refusal[0]) == ("NO", True), refusal
    ok(imap.close())
    assert ok(imap.select("INBOX")) == [b"1"]

with smtplib.SMTP("localhost", int(submission)) as smtp:
    smtp.starttls(context=tls)
    smtp.login(user, password)
    head = "From: %s\r\nTo: %s\r\n" % (mailbox, recipient)
    assert smtp.sendmail(mailbox, recipient, head.encode() + mail.replace(b"From: a@b.c\r\n", b"")) == {}
print("all as expected")
