/* The journal inside. For the module and its tests alone. */
#pragma once

#include <json-glib/json-glib.h>

#include "coach-journal-file-private.h"
#include "coach-journal-writer-private.h"
#include "coach-journal.h"

G_BEGIN_DECLS

/* A diary of more than thirty years; a larger file is not one of ours. */
#define COACH_JOURNAL_MAX_TEXT_BYTES (256 * 1024 * 1024)

void              coach_journal_write          (CoachJournal           *self,
                                                CoachJournalWriteFunc   func,
                                                gpointer                data,
                                                GDestroyNotify          destroy);
CoachJournalFile *coach_journal_open_to_read   (CoachJournal           *self,
                                                GError                **error);
const char       *coach_journal_get_folder     (CoachJournal           *self);
gboolean          coach_journal_is_there       (CoachJournal           *self);

/* Files of the time before the journal. */
gboolean          coach_journal_find_older     (CoachJournal           *self,
                                                const char             *name,
                                                gsize                   max_bytes,
                                                JsonObject            **object,
                                                GError                **error);
void              coach_journal_put_older_away (CoachJournal           *self,
                                                const char             *name);

G_END_DECLS
