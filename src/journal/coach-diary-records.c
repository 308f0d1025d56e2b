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

static void
entry_free (gpointer data)
{
  CoachDiaryEntry *entry = data;

  g_free (entry->session.id);
  g_date_time_unref (entry->session.began);
  g_clear_pointer (&entry->session.ended, g_date_time_unref);
  g_free (entry->session.routine);
  g_ptr_array_unref (entry->session.steps);
  g_free (entry->session.before);
  g_free (entry->session.after);
  g_free (entry->session.hour_after);
  g_free (entry->session.morning);
  g_free (entry->session.second_morning);
  json_object_unref (entry->json);
  g_free (entry);
}

static void
hurt_free (gpointer data)
{
  CoachDiaryHurt *hurt = data;

  g_date_time_unref (hurt->when);
  g_free (hurt->session);
  g_free (hurt->movement);
  g_free (hurt);
}

static void
pack_free (gpointer data)
{
  CoachDiaryPack *pack = data;

  g_date_time_unref (pack->began);
  g_free (pack);
}

void
coach_diary_records_init (CoachDiaryRecords *self)
{
  self->checkins = g_array_new (FALSE, FALSE, sizeof (CoachCheckin));
  g_array_set_clear_func (self->checkins, clear_checkin);
  self->sessions = g_ptr_array_new_with_free_func (entry_free);
  self->hurts = g_ptr_array_new_with_free_func (hurt_free);
  self->packs = g_ptr_array_new_with_free_func (pack_free);
}

void
coach_diary_records_clear (CoachDiaryRecords *self)
{
  g_array_unref (self->checkins);
  g_ptr_array_unref (self->sessions);
  g_ptr_array_unref (self->hurts);
  g_ptr_array_unref (self->packs);
}

/* Where to put a record so that the lists stay in the order of time, even of a clock that was set
 * back; nearly always at the end. */
void
coach_diary_records_add_checkin (CoachDiaryRecords *self,
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
get_entry_time (gconstpointer record)
{
  return ((const CoachDiaryEntry *) record)->session.began;
}

CoachDiaryEntry *
coach_diary_records_add_session (CoachDiaryRecords *self,
                                 JsonObject        *json,
                                 const char        *id,
                                 GDateTime         *began)
{
  CoachDiaryEntry *entry = g_new0 (CoachDiaryEntry, 1);

  entry->json = json_object_ref (json);
  entry->session.id = g_strdup (id);
  entry->session.began = g_date_time_ref (began);
  entry->session.steps = g_ptr_array_new_with_free_func (step_free);
  insert_record (self->sessions, entry, get_entry_time);
  return entry;
}

static GDateTime *
get_hurt_time (gconstpointer record)
{
  return ((const CoachDiaryHurt *) record)->when;
}

CoachDiaryHurt *
coach_diary_records_add_hurt (CoachDiaryRecords *self,
                              GDateTime         *when)
{
  CoachDiaryHurt *hurt = g_new0 (CoachDiaryHurt, 1);

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
                              GDateTime         *began)
{
  CoachDiaryPack *pack = g_new0 (CoachDiaryPack, 1);

  pack->began = g_date_time_ref (began);
  insert_record (self->packs, pack, get_pack_time);
  return pack;
}

void
coach_diary_session_add_step (CoachDiarySession *self,
                              const char        *movement,
                              CoachStepOutcome   outcome,
                              guint              worked_s)
{
  CoachDiaryStep *step = g_new (CoachDiaryStep, 1);

  *step = (CoachDiaryStep) {
    .movement = g_strdup (movement),
    .outcome = outcome,
    .worked_s = worked_s,
  };
  g_ptr_array_add (self->steps, step);
}

/* The day as it was where the person was then. */
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

const char *
coach_step_outcome_get_id (CoachStepOutcome outcome)
{
  g_autoptr (GEnumClass) outcomes = g_type_class_ref (COACH_TYPE_STEP_OUTCOME);

  return g_enum_get_value (outcomes, outcome)->value_nick;
}

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
