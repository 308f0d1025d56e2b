#pragma once

#include "coach-journal.h"

G_BEGIN_DECLS

/**
 * CoachJournalImport:
 * @n_added: records that were not there before
 * @n_known: records that were
 * @took_profile: whether there was no profile before, so that the file's is the person's now
 * @kept_profile: whether the file had a profile, but the person has one already, which stays
 *
 * What an import came to.
 */
typedef struct
{
  guint    n_added;
  guint    n_known;
  gboolean took_profile;
  gboolean kept_profile;
} CoachJournalImport;

/**
 * CoachJournalSummary:
 * @n_sessions: sessions
 * @n_checkins: check-ins
 * @n_hurts: how often "It hurts" was said
 * @n_packs: warm and cold packs
 * @n_breaks: breaks from sitting
 * @has_profile: whether there is a profile
 * @first: the first local day with a record; not valid when there is none
 * @last: the last one
 *
 * What a journal has.
 */
typedef struct
{
  guint    n_sessions;
  guint    n_checkins;
  guint    n_hurts;
  guint    n_packs;
  guint    n_breaks;
  gboolean has_profile;
  GDate    first;
  GDate    last;
} CoachJournalSummary;

char     *coach_journal_export_json (CoachJournal         *self,
                                     GError              **error);
gboolean  coach_journal_export_file (CoachJournal         *self,
                                     const char           *path,
                                     GError              **error);
gboolean  coach_journal_export_csv  (CoachJournal         *self,
                                     const char           *folder,
                                     GError              **error);
gboolean  coach_journal_import_file (CoachJournal         *self,
                                     const char           *path,
                                     CoachJournalImport   *result,
                                     GError              **error);
gboolean  coach_journal_summarize   (CoachJournal         *self,
                                     CoachJournalSummary  *summary,
                                     GError              **error);

G_END_DECLS
