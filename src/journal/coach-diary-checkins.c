#define G_LOG_DOMAIN "coach-journal"

#include "config.h"

#include "coach-diary-private.h"
#include "coach-journal-private.h"
#include "coach-journal-rows-private.h"

/**
 * coach_diary_get_n_checkins:
 * @self: a diary
 *
 * Counts the check-ins.
 *
 * Returns: how many
 */
guint
coach_diary_get_n_checkins (CoachDiary *self)
{
  g_return_val_if_fail (COACH_IS_DIARY (self), 0);

  return coach_diary_get_records (self)->checkins->len;
}

/**
 * coach_diary_get_checkin:
 * @self: a diary
 * @index: less than [method@Diary.get_n_checkins]
 *
 * Gets a check-in; the first is the oldest. They lie one after another in memory.
 *
 * Returns: (transfer none): a check-in, valid until the next change
 */
const CoachCheckin *
coach_diary_get_checkin (CoachDiary *self,
                         guint       index)
{
  g_return_val_if_fail (COACH_IS_DIARY (self), NULL);
  g_return_val_if_fail (index < coach_diary_get_records (self)->checkins->len, NULL);

  return &g_array_index (coach_diary_get_records (self)->checkins, CoachCheckin, index);
}

/* A check-in on its way to the disk. */
typedef struct
{
  char      *id;   /* (owned) */
  GDateTime *when; /* (owned) */
  CoachPain  pain;
} KeptCheckin;

static gboolean
write_checkin (CoachJournalFile  *file,
               gpointer           data,
               GError           **error)
{
  const KeptCheckin *kept = data;

  return coach_journal_put_checkin (file, kept->id, kept->when, &kept->pain, error);
}

static void
kept_checkin_free (gpointer data)
{
  KeptCheckin *kept = data;

  g_free (kept->id);
  g_date_time_unref (kept->when);
  g_free (kept);
}

static void
keep_checkin (CoachDiary      *self,
              const char      *id,
              GDateTime       *when,
              const CoachPain *pain)
{
  KeptCheckin *kept = g_new (KeptCheckin, 1);

  *kept = (KeptCheckin) { g_strdup (id), g_date_time_ref (when), *pain };
  coach_journal_write (coach_diary_get_journal (self), write_checkin, kept, kept_checkin_free);
}

/**
 * coach_diary_add_checkin:
 * @self: a diary
 * @when: the local time
 * @pain: where it hurts and how much
 *
 * Puts down where it hurts.
 */
void
coach_diary_add_checkin (CoachDiary      *self,
                         GDateTime       *when,
                         const CoachPain *pain)
{
  g_autofree char *id = g_uuid_string_random ();

  g_return_if_fail (COACH_IS_DIARY (self));
  g_return_if_fail (when != NULL && pain != NULL);

  coach_diary_records_add_checkin (coach_diary_get_records (self), id, when, pain);
  keep_checkin (self, id, when, pain);
  coach_diary_emit_changed (self);
}

static gboolean
find_checkin (CoachDiary *self,
              const char *id,
              guint      *index)
{
  return g_ptr_array_find_with_equal_func (coach_diary_get_records (self)->checkin_ids, id,
                                           g_str_equal, index);
}

/**
 * coach_diary_get_checkin_id:
 * @self: a diary
 * @index: less than [method@Diary.get_n_checkins]
 *
 * Gets the id of a check-in.
 *
 * Returns: (transfer none): an id, valid until the next change
 */
const char *
coach_diary_get_checkin_id (CoachDiary *self,
                            guint       index)
{
  g_return_val_if_fail (COACH_IS_DIARY (self), NULL);
  g_return_val_if_fail (index < coach_diary_get_records (self)->checkin_ids->len, NULL);

  return g_ptr_array_index (coach_diary_get_records (self)->checkin_ids, index);
}

/**
 * coach_diary_change_checkin:
 * @self: a diary
 * @id: the id of a check-in
 * @pain: what it should have said
 *
 * Corrects a check-in: a wrong one is not outvoted by another, since each day keeps its highest
 * scores. One that is not there is let be.
 */
void
coach_diary_change_checkin (CoachDiary      *self,
                            const char      *id,
                            const CoachPain *pain)
{
  CoachCheckin *checkin;
  guint index;

  g_return_if_fail (COACH_IS_DIARY (self));
  g_return_if_fail (id != NULL && pain != NULL);

  if (!find_checkin (self, id, &index))
    return;
  checkin = &g_array_index (coach_diary_get_records (self)->checkins, CoachCheckin, index);
  checkin->pain = *pain;
  keep_checkin (self, id, checkin->when, pain);
  coach_diary_emit_changed (self);
}

static gboolean
write_removal (CoachJournalFile  *file,
               gpointer           data,
               GError           **error)
{
  return coach_journal_remove_checkin (file, data, error);
}

/**
 * coach_diary_remove_checkin:
 * @self: a diary
 * @id: the id of a check-in
 *
 * Takes a check-in out that should not be there. One that is not there is let be.
 */
void
coach_diary_remove_checkin (CoachDiary *self,
                            const char *id)
{
  guint index;

  g_return_if_fail (COACH_IS_DIARY (self));
  g_return_if_fail (id != NULL);

  if (!find_checkin (self, id, &index))
    return;
  coach_journal_write (coach_diary_get_journal (self), write_removal, g_strdup (id), g_free);
  g_array_remove_index (coach_diary_get_records (self)->checkins, index);
  g_ptr_array_remove_index (coach_diary_get_records (self)->checkin_ids, index);
  coach_diary_emit_changed (self);
}
