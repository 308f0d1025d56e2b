/* One connection to the journal's SQLite file: what every user of the file must do in the same way.
 * For the module and its tests alone. */
#pragma once

#include <glib.h>
#include <sqlite3.h>

#include "coach-journal-error.h"

G_BEGIN_DECLS

/* PRAGMA application_id: "LowT", so that file(1) and we ourselves know the file. */
#define COACH_JOURNAL_APPLICATION_ID 0x4c6f7754

/**
 * CoachJournalFileMode:
 * @COACH_JOURNAL_FILE_READ: nothing is written; the file must be there
 * @COACH_JOURNAL_FILE_WRITE: the file is made, and brought to the newest schema
 *
 * What a connection is for.
 */
typedef enum
{
  COACH_JOURNAL_FILE_READ,
  COACH_JOURNAL_FILE_WRITE,
} CoachJournalFileMode;

typedef struct _CoachJournalFile CoachJournalFile;

CoachJournalFile *coach_journal_file_open     (const char            *path,
                                               CoachJournalFileMode   mode,
                                               GError               **error);
void              coach_journal_file_close    (CoachJournalFile      *self);
const char       *coach_journal_file_get_path (CoachJournalFile      *self);
gboolean          coach_journal_file_is_in_place (CoachJournalFile   *self);

/* Statements are prepared once and kept; whoever takes one resets it. */
sqlite3_stmt     *coach_journal_file_prepare  (CoachJournalFile      *self,
                                               const char            *sql,
                                               GError               **error);
gboolean          coach_journal_file_step     (CoachJournalFile      *self,
                                               sqlite3_stmt          *statement,
                                               gboolean              *has_row,
                                               GError               **error);
gboolean          coach_journal_file_exec     (CoachJournalFile      *self,
                                               const char            *sql,
                                               GError               **error);
gboolean          coach_journal_file_get_int  (CoachJournalFile      *self,
                                               const char            *sql,
                                               gint64                *value,
                                               GError               **error);

gboolean          coach_journal_file_begin    (CoachJournalFile      *self,
                                               GError               **error);
gboolean          coach_journal_file_commit   (CoachJournalFile      *self,
                                               GError               **error);
void              coach_journal_file_roll_back (CoachJournalFile     *self);

gboolean          coach_journal_file_check    (CoachJournalFile      *self,
                                               GError               **error);
gboolean          coach_journal_file_copy_to  (CoachJournalFile      *self,
                                               const char            *path,
                                               GError               **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CoachJournalFile, coach_journal_file_close)

/* coach-journal-schema.c */
#define COACH_JOURNAL_SCHEMA_VERSION 1
gboolean          coach_journal_schema_apply  (CoachJournalFile      *self,
                                               GError               **error);
gboolean          coach_journal_schema_check  (CoachJournalFile      *self,
                                               GError               **error);

G_END_DECLS
