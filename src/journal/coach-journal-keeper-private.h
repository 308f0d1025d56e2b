/* Keeps the journal's file sound: checks it, backs it up, restores it. For the module and its tests
 * alone. */
#pragma once

#include "coach-journal-file-private.h"

G_BEGIN_DECLS

#define COACH_JOURNAL_FILE_NAME "journal.sqlite"
/* A daily copy of a week: the design's number. */
#define COACH_JOURNAL_N_BACKUPS 7

/**
 * CoachJournalRecovery:
 * @aside: (owned) (nullable): where the damaged file is now; %NULL when nothing was damaged
 * @restored_from: (owned) (nullable): the backup that took its place; %NULL when there was none, so
 *   that the journal begins anew
 * @reason: (owned) (nullable): what was wrong, for the log
 * @last_s: when the last thing that was saved happened, in seconds since 1970; 0 for nothing
 *
 * What became of a journal at the start of the program.
 */
typedef struct
{
  char   *aside;
  char   *restored_from;
  char   *reason;
  gint64  last_s;
} CoachJournalRecovery;

gboolean  coach_journal_keeper_ensure    (const char            *folder,
                                          gboolean               is_thorough,
                                          CoachJournalRecovery  *recovery,
                                          GError               **error);
gboolean  coach_journal_keeper_back_up   (const char            *folder,
                                          const GDate           *today,
                                          GError               **error);
char    **coach_journal_keeper_list      (const char            *folder);
gboolean  coach_journal_keeper_erase     (const char            *folder,
                                          GError               **error);
void      coach_journal_recovery_clear   (CoachJournalRecovery  *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CoachJournalRecovery, coach_journal_recovery_clear)

G_END_DECLS
