#define G_LOG_DOMAIN "coach-journal"

#include "config.h"

#include "coach-diary-private.h"

static void
step_free (gpointer data)
{
  CoachDiaryStep *step = data;

  g_free (step->movement);
  g_free (step);
}

static void
clear_checkin (gpointer data)
{
  CoachCheckin *checkin = data;

  g_date_time_unref (checkin->when);
}

void
coach_diary_session_free (gpointer data)
{
  CoachDiarySession *session = data;

  g_free (session->id);
  g_date_time_unref (session->began);
  g_clear_pointer (&session->ended, g_date_time_unref);
  g_free (session->routine);
  g_ptr_array_unref (session->steps);
  g_free (session->before);
  g_free (session->after);
  g_free (session->hour_after);
  g_free (session->morning);
  g_free (session->second_morning);
  g_free (session);
}

static CoachPain *
copy_pain (const CoachPain *pain)
{
  return pain != NULL ? g_memdup2 (pain, sizeof *pain) : NULL;
}

CoachDiarySession *
coach_diary_session_copy (const CoachDiarySession *session)
{
  CoachDiarySession *copy = g_memdup2 (session, sizeof *session);

  copy->id = g_strdup (session->id);
  copy->began = g_date_time_ref (session->began);
  copy->ended = session->ended != NULL ? g_date_time_ref (session->ended) : NULL;
  copy->routine = g_strdup (session->routine);
  copy->before = copy_pain (session->before);
  copy->after = copy_pain (session->after);
  copy->hour_after = copy_pain (session->hour_after);
  copy->morning = copy_pain (session->morning);
  copy->second_morning = copy_pain (session->second_morning);
  copy->steps = g_ptr_array_new_with_free_func (step_free);
  for (guint i = 0; i < session->steps->len; i++)
    {
      const CoachDiaryStep *step = g_ptr_array_index (session->steps, i);
      CoachDiaryStep *new_step;

      new_step = coach_diary_session_add_step (copy, step->movement, step->outcome);
      new_step->left_s = step->left_s;
      new_step->right_s = step->right_s;
      new_step->both_s = step->both_s;
    }
  return copy;
}

void
coach_diary_hurt_free (gpointer data)
{
  CoachDiaryHurt *hurt = data;

  g_free (hurt->id);
  g_date_time_unref (hurt->when);
  g_free (hurt->session);
  g_free (hurt->movement);
  g_free (hurt);
}

CoachDiaryHurt *
coach_diary_hurt_copy (const CoachDiaryHurt *hurt)
{
  CoachDiaryHurt *copy = g_memdup2 (hurt, sizeof *hurt);

  copy->id = g_strdup (hurt->id);
  copy->when = g_date_time_ref (hurt->when);
  copy->session = g_strdup (hurt->session);
  copy->movement = g_strdup (hurt->movement);
  return copy;
}

void
coach_diary_pack_free (gpointer data)
{
  CoachDiaryPack *pack = data;

  g_free (pack->id);
  g_date_time_unref (pack->began);
  g_free (pack);
}

CoachDiaryPack *
coach_diary_pack_copy (const CoachDiaryPack *pack)
{
  CoachDiaryPack *copy = g_memdup2 (pack, sizeof *pack);

  copy->id = g_strdup (pack->id);
  copy->began = g_date_time_ref (pack->began);
  return copy;
}

void
coach_diary_break_free (gpointer data)
{
  CoachDiaryBreak *record = data;

  g_free (record->id);
  g_date_time_unref (record->when);
  g_free (record->kind);
  g_free (record);
}

/**
 * coach_diary_records_new:
 *
 * Makes empty lists.
 *
 * Returns: (transfer full): lists
 */
CoachDiaryRecords *
coach_diary_records_new (void)
{
  CoachDiaryRecords *self = g_new0 (CoachDiaryRecords, 1);

  self->checkins = g_array_new (FALSE, FALSE, sizeof (CoachCheckin));
  g_array_set_clear_func (self->checkins, clear_checkin);
  self->checkin_ids = g_ptr_array_new_with_free_func (g_free);
  self->sessions = g_ptr_array_new_with_free_func (coach_diary_session_free);
  self->hurts = g_ptr_array_new_with_free_func (coach_diary_hurt_free);
  self->packs = g_ptr_array_new_with_free_func (coach_diary_pack_free);
  self->breaks = g_ptr_array_new_with_free_func (coach_diary_break_free);
  return self;
}

/**
 * coach_diary_records_free:
 * @self: (transfer full): lists
 *
 * Frees lists with what is in them.
 */
void
coach_diary_records_free (CoachDiaryRecords *self)
{
  g_return_if_fail (self != NULL);

  g_array_unref (self->checkins);
  g_ptr_array_unref (self->checkin_ids);
  g_ptr_array_unref (self->sessions);
  g_ptr_array_unref (self->hurts);
  g_ptr_array_unref (self->packs);
  g_ptr_array_unref (self->breaks);
  g_free (self);
}

/* Where to put a record so that the lists stay in the order of time, even of a clock that was set
 * back; nearly always at the end. */
void
coach_diary_records_add_checkin (CoachDiaryRecords *self,
                                 const char        *id,
                                 GDateTime         *when,
                                 const CoachPain   *pain)
{
  CoachCheckin checkin = { .when = g_date_time_ref (when), .pain = *pain };
  guint index = self->checkins->len;

  while (index > 0
         && g_date_time_compare (g_array_index (self->checkins, CoachCheckin, index - 1).when, when)
                > 0)
    index--;
  g_array_insert_val (self->checkins, index, checkin);
  g_ptr_array_insert (self->checkin_ids, (int) index, g_strdup (id));
}

/* Every record but a check-in is found by its time, which is given by @get_time. */
typedef GDateTime *(*GetTimeFunc) (gconstpointer record);

static void
insert_record (GPtrArray   *records,
               gpointer     record,
               GetTimeFunc  get_time)
{
  guint index = records->len;

  while (index > 0
         && g_date_time_compare (get_time (g_ptr_array_index (records, index - 1)),
                                 get_time (record))
                > 0)
    index--;
  g_ptr_array_insert (records, (int) index, record);
}

static GDateTime *
get_session_time (gconstpointer record)
{
  return ((const CoachDiarySession *) record)->began;
}

CoachDiarySession *
coach_diary_records_add_session (CoachDiaryRecords *self,
                                 const char        *id,
                                 GDateTime         *began)
{
  CoachDiarySession *session = g_new0 (CoachDiarySession, 1);

  session->id = g_strdup (id);
  session->began = g_date_time_ref (began);
  session->steps = g_ptr_array_new_with_free_func (step_free);
  insert_record (self->sessions, session, get_session_time);
  return session;
}

static GDateTime *
get_hurt_time (gconstpointer record)
{
  return ((const CoachDiaryHurt *) record)->when;
}

CoachDiaryHurt *
coach_diary_records_add_hurt (CoachDiaryRecords *self,
                              const char        *id,
                              GDateTime         *when)
{
  CoachDiaryHurt *hurt = g_new0 (CoachDiaryHurt, 1);

  hurt->id = g_strdup (id);
  hurt->when = g_date_time_ref (when);
  insert_record (self->hurts, hurt, get_hurt_time);
  return hurt;
}

static GDateTime *
get_pack_time (gconstpointer record)
{
  return ((const CoachDiaryPack *) record)->began;
}

CoachDiaryPack *
coach_diary_records_add_pack (CoachDiaryRecords *self,
                              const char        *id,
                              GDateTime         *began)
{
  CoachDiaryPack *pack = g_new0 (CoachDiaryPack, 1);

  pack->id = g_strdup (id);
  pack->began = g_date_time_ref (began);
  insert_record (self->packs, pack, get_pack_time);
  return pack;
}

static GDateTime *
get_break_time (gconstpointer record)
{
  return ((const CoachDiaryBreak *) record)->when;
}

CoachDiaryBreak *
coach_diary_records_add_break (CoachDiaryRecords *self,
                               const char        *id,
                               GDateTime         *when)
{
  CoachDiaryBreak *record = g_new0 (CoachDiaryBreak, 1);

  record->id = g_strdup (id);
  record->when = g_date_time_ref (when);
  insert_record (self->breaks, record, get_break_time);
  return record;
}

CoachDiaryStep *
coach_diary_session_add_step (CoachDiarySession *self,
                              const char        *movement,
                              CoachStepOutcome   outcome)
{
  CoachDiaryStep *step = g_new0 (CoachDiaryStep, 1);

  step->movement = g_strdup (movement);
  step->outcome = outcome;
  g_ptr_array_add (self->steps, step);
  return step;
}

/**
 * coach_diary_step_get_worked_s:
 * @self: a step
 *
 * Gets how long it was worked on in all.
 *
 * Returns: seconds
 */
guint
coach_diary_step_get_worked_s (const CoachDiaryStep *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->left_s + self->right_s + self->both_s;
}

/**
 * coach_diary_day_of:
 * @time: a local time with its offset
 *
 * Gets the day as it was where the person was then: no journey and no change of the clock moves it
 * afterwards.
 *
 * Returns: a day
 */
GDate
coach_diary_day_of (GDateTime *time)
{
  GDate day;
  int year, month, day_of_month;

  g_date_time_get_ymd (time, &year, &month, &day_of_month);
  g_date_clear (&day, 1);
  g_date_set_dmy (&day, (GDateDay) day_of_month, (GDateMonth) month, (GDateYear) year);
  return day;
}

/**
 * coach_step_outcome_get_id:
 * @outcome: how a step ended
 *
 * Gets the word that stands for it in files.
 *
 * Returns: (transfer none): a word
 */
const char *
coach_step_outcome_get_id (CoachStepOutcome outcome)
{
  g_autoptr (GEnumClass) outcomes = g_type_class_ref (COACH_TYPE_STEP_OUTCOME);

  return g_enum_get_value (outcomes, outcome)->value_nick;
}

/**
 * coach_step_outcome_from_id:
 * @id: a word
 * @outcome: (out): how a step ended; left alone when the word is not known
 *
 * Finds what a word in a file stands for.
 *
 * Returns: whether it is known
 */
gboolean
coach_step_outcome_from_id (const char       *id,
                            CoachStepOutcome *outcome)
{
  g_autoptr (GEnumClass) outcomes = g_type_class_ref (COACH_TYPE_STEP_OUTCOME);
  GEnumValue *value = g_enum_get_value_by_nick (outcomes, id);

  if (value != NULL)
    *outcome = (CoachStepOutcome) value->value;
  return value != NULL;
}
