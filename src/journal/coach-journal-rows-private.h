/* Records as rows of the journal's tables. For the module and its tests alone. */
#pragma once

#include "coach-diary-private.h"
#include "coach-journal-file-private.h"

G_BEGIN_DECLS

/* The name of the document that has the profile, here and as a member of an exported journal. */
#define COACH_JOURNAL_PROFILE "profile"
/* What the profile was kept in before there was a journal. */
#define COACH_JOURNAL_OLDER_PROFILE "profile.json"
/* What an exported journal says that it is. */
#define COACH_JOURNAL_FORMAT "lowtide-journal"

/* Where it hurt, in the order of the table. */
#define COACH_JOURNAL_ZONES                                                                        \
  "low_back, buttock_left, thigh_left, calf_left, foot_left, buttock_right, thigh_right,"          \
  " calf_right, foot_right"
#define COACH_JOURNAL_PAIN COACH_JOURNAL_ZONES ", flags_left, flags_right"

/* A statement that is being filled in, or a row that is being read: from one column to the next. */
typedef struct
{
  sqlite3_stmt *statement; /* (not owned) */
  int           column;
  GTimeZone    *zone;      /* (owned) (nullable): of the last time that was taken; rows share it */
  gint32        offset_s;  /* of @zone */
} CoachJournalCursor;

/* coach-journal-cursor.c */
void         coach_journal_cursor_put_int    (CoachJournalCursor *self,
                                              gint64              value);
void         coach_journal_cursor_put_text   (CoachJournalCursor *self,
                                              const char         *text);
void         coach_journal_cursor_put_time   (CoachJournalCursor *self,
                                              GDateTime          *time);
void         coach_journal_cursor_put_day    (CoachJournalCursor *self,
                                              GDateTime          *time);
void         coach_journal_cursor_put_pain   (CoachJournalCursor *self,
                                              const CoachPain    *pain);
gboolean     coach_journal_cursor_run        (CoachJournalCursor *self,
                                              CoachJournalFile   *file,
                                              GError            **error);
gint64       coach_journal_cursor_take_int   (CoachJournalCursor *self);
gboolean     coach_journal_cursor_is_null    (CoachJournalCursor *self);
const char  *coach_journal_cursor_take_text  (CoachJournalCursor *self);
const char  *coach_journal_cursor_take_word  (CoachJournalCursor *self);
GDateTime   *coach_journal_cursor_take_time  (CoachJournalCursor *self);
CoachPain    coach_journal_cursor_take_pain  (CoachJournalCursor *self);
void         coach_journal_cursor_end        (CoachJournalCursor *self);

/* coach-journal-rows.c: each puts a record in the place of the one with its id, if there is one. */
gboolean     coach_journal_put_checkin       (CoachJournalFile        *file,
                                              const char              *id,
                                              GDateTime               *when,
                                              const CoachPain         *pain,
                                              GError                 **error);
gboolean     coach_journal_remove_checkin    (CoachJournalFile        *file,
                                              const char              *id,
                                              GError                 **error);
gboolean     coach_journal_put_session       (CoachJournalFile        *file,
                                              const CoachDiarySession *session,
                                              GError                 **error);
gboolean     coach_journal_add_answers       (CoachJournalFile        *file,
                                              const CoachDiarySession *session,
                                              GError                 **error);
gboolean     coach_journal_put_hurt          (CoachJournalFile        *file,
                                              const CoachDiaryHurt    *hurt,
                                              GError                 **error);
gboolean     coach_journal_put_pack          (CoachJournalFile        *file,
                                              const CoachDiaryPack    *pack,
                                              GError                 **error);
gboolean     coach_journal_put_break         (CoachJournalFile        *file,
                                              const CoachDiaryBreak   *pause,
                                              GError                 **error);
gboolean     coach_journal_put_records       (CoachJournalFile        *file,
                                              const CoachDiaryRecords *records,
                                              GError                 **error);
gboolean     coach_journal_put_document      (CoachJournalFile        *file,
                                              const char              *name,
                                              const char              *json,
                                              GError                 **error);
gboolean     coach_journal_get_document      (CoachJournalFile        *file,
                                              const char              *name,
                                              JsonObject             **object,
                                              GError                 **error);

/* coach-journal-loading.c: reads what lies from one local day to another, both as Julian days. */
#define COACH_JOURNAL_FIRST_DAY 1
#define COACH_JOURNAL_LAST_DAY  G_MAXINT32
gboolean     coach_journal_load_checkins     (CoachJournalFile        *file,
                                              guint                    from,
                                              guint                    to,
                                              CoachDiaryRecords       *records,
                                              GError                 **error);
gboolean     coach_journal_load_others       (CoachJournalFile        *file,
                                              guint                    from,
                                              guint                    to,
                                              CoachDiaryRecords       *records,
                                              GError                 **error);

G_END_DECLS
