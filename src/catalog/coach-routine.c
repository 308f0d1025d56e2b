#define G_LOG_DOMAIN "coach-catalog"

#include "config.h"

#include "coach-routine.h"
#include "coach-routine-private.h"

#include "coach-movement-private.h"
#include "coach-term.h"

struct _CoachRoutine
{
  GObject    parent_instance;

  char      *id;
  char      *title;         /* translated */
  char      *english_title;
  char      *goal;          /* translated */
  guint      level;         /* 1 to 3 */
  char     **equipment;
  char     **suits;
  GArray    *steps;         /* (element-type CoachRoutineStep), each owns its movement */
  gboolean   any_order;
  CoachTimeOfDay time_of_day;
  CoachOccasion occasion;
  char      *before;        /* translated */
  char      *after;         /* translated */
  guint      minutes;
};

/**
 * CoachRoutine:
 *
 * A list of movements with doses. Immutable.
 */
G_DEFINE_FINAL_TYPE (CoachRoutine, coach_routine, G_TYPE_OBJECT)

static void
step_clear (gpointer data)
{
  CoachRoutineStep *step = data;

  g_clear_object (&step->movement);
}

static void
coach_routine_finalize (GObject *object)
{
  CoachRoutine *self = COACH_ROUTINE (object);

  g_free (self->id);
  g_free (self->title);
  g_free (self->english_title);
  g_free (self->goal);
  g_strfreev (self->equipment);
  g_strfreev (self->suits);
  g_array_unref (self->steps);
  g_free (self->before);
  g_free (self->after);

  G_OBJECT_CLASS (coach_routine_parent_class)->finalize (object);
}

static void
coach_routine_class_init (CoachRoutineClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = coach_routine_finalize;
}

static void
coach_routine_init (CoachRoutine *self)
{
  self->steps = g_array_new (FALSE, TRUE, sizeof (CoachRoutineStep));
  g_array_set_clear_func (self->steps, step_clear);
}

static CoachMovement *
lookup_movement (CoachCatalog       *catalog,
                 CoachContentReader *reader)
{
  g_autofree char *id = coach_content_reader_dup_id (reader, "movement");
  CoachMove *move;

  if (id == NULL)
    return NULL;
  move = coach_catalog_lookup_move (catalog, id);
  if (move == NULL)
    coach_content_reader_fail (reader, COACH_CATALOG_ERROR_REFERENCE, "movement", "%s is unknown",
                               id);
  else if (COACH_IS_AVOID_ENTRY (move))
    coach_content_reader_fail (reader, COACH_CATALOG_ERROR_REFERENCE, "movement",
                               "%s is a move to avoid and cannot be a step", id);
  return move != NULL && COACH_IS_MOVEMENT (move) ? COACH_MOVEMENT (move) : NULL;
}

static void
read_own_reps (CoachContentReader *reader,
               CoachDose          *dose)
{
  guint reps = coach_content_reader_get_uint (reader, "reps", 1, COACH_DOSE_MAX_REPS);

  if (dose->kind != COACH_DOSE_REPS)
    coach_content_reader_fail (reader, COACH_CATALOG_ERROR_INVALID, "reps",
                               "is given for a movement that is not counted in repetitions");
  dose->reps = reps;
}

/* A routine may change the numbers of a movement's dose, never its kind. */
static void
read_own_dose (CoachContentReader *reader,
               CoachDose          *dose)
{
  if (coach_content_reader_has (reader, "sets"))
    dose->sets = coach_content_reader_get_uint (reader, "sets", 1, COACH_DOSE_MAX_SETS);
  if (dose->sets == 1)
    dose->rest_s = 0;
  if (coach_content_reader_has (reader, "seconds"))
    dose->seconds = coach_content_reader_get_uint (reader, "seconds", 1, COACH_DOSE_MAX_SECONDS);
  if (coach_content_reader_has (reader, "restSeconds"))
    dose->rest_s = coach_content_reader_get_uint (reader, "restSeconds", 0, COACH_DOSE_MAX_REST);
  if (dose->sets == 1 && dose->rest_s > 0)
    coach_content_reader_fail (reader, COACH_CATALOG_ERROR_INVALID, "restSeconds",
                               "is a rest, but there is no second set");
  if (coach_content_reader_has (reader, "reps"))
    read_own_reps (reader, dose);
}

static gboolean
read_step (CoachRoutine       *self,
           CoachCatalog       *catalog,
           CoachContentReader *reader)
{
  CoachRoutineStep step = { 0 };
  CoachMovement *movement = lookup_movement (catalog, reader);

  if (movement == NULL)
    return FALSE;
  step.movement = g_object_ref (movement);
  step.dose = *coach_movement_get_dose (movement);
  read_own_dose (reader, &step.dose);
  g_array_append_val (self->steps, step);
  if (self->level > 0 && coach_movement_get_level (movement) > self->level)
    coach_content_reader_fail (reader, COACH_CATALOG_ERROR_INVALID, "movement",
                               "%s is of level %u, above the routine's level",
                               coach_move_get_id (COACH_MOVE (movement)),
                               coach_movement_get_level (movement));
  return TRUE;
}

static void
read_steps (CoachRoutine       *self,
            CoachCatalog       *catalog,
            CoachContentReader *reader)
{
  guint n = coach_content_reader_begin_array (reader, "steps", 2, COACH_ROUTINE_MAX_STEPS);
  gboolean going = TRUE;

  for (guint i = 0; going && i < n; i++)
    {
      coach_content_reader_begin_element (reader, i);
      going = read_step (self, catalog, reader);
      coach_content_reader_end (reader);
    }
  coach_content_reader_end (reader);
}

static guint
count_minutes (CoachRoutine *self)
{
  guint seconds = 0;

  for (guint i = 0; i < self->steps->len; i++)
    {
      CoachRoutineStep *step = &g_array_index (self->steps, CoachRoutineStep, i);

      seconds += coach_dose_get_total_seconds (&step->dose,
                                               coach_movement_is_per_side (step->movement));
    }
  return MAX (1, (seconds + 30) / 60);
}

static gboolean
needs (CoachRoutine *self,
       const char   *equipment)
{
  for (guint i = 0; i < self->steps->len; i++)
    {
      CoachMovement *movement = g_array_index (self->steps, CoachRoutineStep, i).movement;

      if (g_strv_contains (coach_movement_get_equipment (movement), equipment))
        return TRUE;
    }
  return FALSE;
}

/* What the file says of itself must be what its steps come to. */
static void
check_sums (CoachRoutine       *self,
            CoachContentReader *reader)
{
  const char * const *known = coach_term_list_ids (COACH_TERM_EQUIPMENT);
  guint minutes = count_minutes (self);

  if (self->minutes != minutes)
    coach_content_reader_fail (reader, COACH_CATALOG_ERROR_INVALID, "minutes",
                               "is %u, but the steps take %u", self->minutes, minutes);
  for (guint i = 0; known[i] != NULL; i++)
    {
      gboolean named = g_strv_contains ((const char * const *) self->equipment, known[i]);

      if (named != needs (self, known[i]))
        coach_content_reader_fail (reader, COACH_CATALOG_ERROR_INVALID, "equipment",
                                   named ? "names %s, which no step needs"
                                         : "lacks %s, which a step needs",
                                   known[i]);
    }
}

static void
check_suits (CoachRoutine       *self,
             CoachCatalog       *catalog,
             CoachContentReader *reader)
{
  for (guint i = 0; self->suits[i] != NULL; i++)
    if (coach_catalog_lookup_condition (catalog, self->suits[i]) == NULL)
      coach_content_reader_fail (reader, COACH_CATALOG_ERROR_REFERENCE, "suits", "%s is unknown",
                                 self->suits[i]);
  if (!g_strv_contains ((const char * const *) self->suits, COACH_BASE_CONDITION))
    coach_content_reader_fail (reader, COACH_CATALOG_ERROR_INVALID, "suits",
                               "must name " COACH_BASE_CONDITION);
  for (guint i = 0; i < self->steps->len; i++)
    {
      CoachMove *move = COACH_MOVE (g_array_index (self->steps, CoachRoutineStep, i).movement);

      if (coach_catalog_get_level (catalog, (const char * const *) self->suits, move)
          == COACH_VERDICT_AVOID)
        coach_content_reader_fail (reader, COACH_CATALOG_ERROR_INVALID, "suits",
                                   "names a condition for which %s is to be avoided",
                                   coach_move_get_id (move));
    }
}

/* Takes a routine from the object the reader stands in. */
CoachRoutine *
coach_routine_read (CoachCatalog       *catalog,
                    CoachContentReader *reader)
{
  static const char * const orders[] = { "fixed", "any", NULL };
  static const char * const occasions[] = { "any", "desk", "run", "micro", NULL };
  static const char * const times[] = { "any", "morning", "evening", NULL };
  CoachRoutine *self = g_object_new (COACH_TYPE_ROUTINE, NULL);

  self->id = coach_content_reader_dup_id (reader, "id");
  self->english_title = coach_content_reader_dup_string (reader, "title", 40);
  if (self->english_title != NULL)
    self->title = coach_content_reader_translate (reader, "routine title", self->english_title);
  self->goal = coach_content_reader_dup_text (reader, "goal", "routine goal", 140);
  self->level = coach_content_reader_get_uint (reader, "level", 1, 3);
  self->equipment = coach_content_reader_dup_ids (reader, "equipment", 0, 10);
  coach_content_reader_check_known (reader, "equipment", (const char * const *) self->equipment,
                                    coach_term_list_ids (COACH_TERM_EQUIPMENT));
  self->suits = coach_content_reader_dup_ids (reader, "suits", 1, 30);
  read_steps (self, catalog, reader);
  if (coach_content_reader_has (reader, "order"))
    self->any_order = coach_content_reader_get_choice (reader, "order", orders) == 1;
  if (coach_content_reader_has (reader, "timeOfDay"))
    self->time_of_day = (CoachTimeOfDay) coach_content_reader_get_choice (reader, "timeOfDay", times);
  if (coach_content_reader_has (reader, "occasion"))
    self->occasion = (CoachOccasion) coach_content_reader_get_choice (reader, "occasion", occasions);
  self->before = coach_content_reader_dup_text (reader, "before", "routine before", 220);
  self->after = coach_content_reader_dup_text (reader, "after", "routine after", 220);
  self->minutes = coach_content_reader_get_uint (reader, "minutes", 1, 240);
  if (!coach_content_reader_failed (reader))
    {
      check_sums (self, reader);
      check_suits (self, catalog, reader);
    }
  return self;
}

/**
 * coach_routine_get_id:
 * @self: a routine
 *
 * Gets the id, which is also the name of its file.
 *
 * Returns: (transfer none): an id
 */
const char *
coach_routine_get_id (CoachRoutine *self)
{
  g_return_val_if_fail (COACH_IS_ROUTINE (self), NULL);

  return self->id;
}

/**
 * coach_routine_get_title:
 * @self: a routine
 *
 * Gets the translated title.
 *
 * Returns: (transfer none): a title
 */
const char *
coach_routine_get_title (CoachRoutine *self)
{
  g_return_val_if_fail (COACH_IS_ROUTINE (self), NULL);

  return self->title;
}

/**
 * coach_routine_get_english_title:
 * @self: a routine
 *
 * Gets the title as the content file has it.
 *
 * Returns: (transfer none): a title
 */
const char *
coach_routine_get_english_title (CoachRoutine *self)
{
  g_return_val_if_fail (COACH_IS_ROUTINE (self), NULL);

  return self->english_title;
}

/**
 * coach_routine_get_goal:
 * @self: a routine
 *
 * Gets what it is for, translated.
 *
 * Returns: (transfer none): a sentence
 */
const char *
coach_routine_get_goal (CoachRoutine *self)
{
  g_return_val_if_fail (COACH_IS_ROUTINE (self), NULL);

  return self->goal;
}

/**
 * coach_routine_get_level:
 * @self: a routine
 *
 * Gets how much it asks, as [method@Movement.get_level].
 *
 * Returns: 1 to 3
 */
guint
coach_routine_get_level (CoachRoutine *self)
{
  g_return_val_if_fail (COACH_IS_ROUTINE (self), 0);

  return self->level;
}

/**
 * coach_routine_get_equipment:
 * @self: a routine
 *
 * Gets what is needed for it.
 *
 * Returns: (transfer none) (array zero-terminated=1): ids
 */
const char * const *
coach_routine_get_equipment (CoachRoutine *self)
{
  g_return_val_if_fail (COACH_IS_ROUTINE (self), NULL);

  return (const char * const *) self->equipment;
}

/**
 * coach_routine_get_suits:
 * @self: a routine
 *
 * Gets the conditions it was made for, with nothing to avoid in it for any of them.
 *
 * Returns: (transfer none) (array zero-terminated=1): ids
 */
const char * const *
coach_routine_get_suits (CoachRoutine *self)
{
  g_return_val_if_fail (COACH_IS_ROUTINE (self), NULL);

  return (const char * const *) self->suits;
}

/**
 * coach_routine_get_n_steps:
 * @self: a routine
 *
 * Gets how many steps it has.
 *
 * Returns: a number, at least 2
 */
guint
coach_routine_get_n_steps (CoachRoutine *self)
{
  g_return_val_if_fail (COACH_IS_ROUTINE (self), 0);

  return self->steps->len;
}

/**
 * coach_routine_is_any_order:
 * @self: a routine
 *
 * Gets whether its steps may be put into another order.
 *
 * Returns: whether the order is free
 */
gboolean
coach_routine_is_any_order (CoachRoutine *self)
{
  g_return_val_if_fail (COACH_IS_ROUTINE (self), FALSE);

  return self->any_order;
}

/**
 * coach_routine_id_is_micro:
 * @id: the id of a routine
 *
 * Tells the breaks of a minute or two from other routines where there is no catalogue, as in what
 * was kept of a session.
 *
 * Returns: whether it is one of them
 */
gboolean
coach_routine_id_is_micro (const char *id)
{
  return g_strcmp0 (id, COACH_ROUTINE_STAND) == 0 || g_strcmp0 (id, COACH_ROUTINE_CHAIR) == 0;
}

/**
 * coach_routine_get_before:
 * @self: a routine
 *
 * Gets what to do before it, translated.
 *
 * Returns: (transfer none): a text
 */
const char *
coach_routine_get_before (CoachRoutine *self)
{
  g_return_val_if_fail (COACH_IS_ROUTINE (self), NULL);

  return self->before;
}

/**
 * coach_routine_get_after:
 * @self: a routine
 *
 * Gets what to expect after it, translated.
 *
 * Returns: (transfer none): a text
 */
const char *
coach_routine_get_after (CoachRoutine *self)
{
  g_return_val_if_fail (COACH_IS_ROUTINE (self), NULL);

  return self->after;
}

/**
 * coach_routine_get_minutes:
 * @self: a routine
 *
 * Gets how long it takes when nothing is changed.
 *
 * Returns: minutes, rounded, at least 1
 */
guint
coach_routine_get_minutes (CoachRoutine *self)
{
  g_return_val_if_fail (COACH_IS_ROUTINE (self), 0);

  return self->minutes;
}

/**
 * coach_routine_get_step:
 * @self: a routine
 * @index: less than [method@Routine.get_n_steps]
 *
 * Gets a step.
 *
 * Returns: (transfer none): a step
 */
const CoachRoutineStep *
coach_routine_get_step (CoachRoutine *self,
                        guint         index)
{
  g_return_val_if_fail (COACH_IS_ROUTINE (self), NULL);
  g_return_val_if_fail (index < self->steps->len, NULL);

  return &g_array_index (self->steps, CoachRoutineStep, index);
}

/**
 * coach_routine_get_time_of_day:
 * @self: a routine
 *
 * Gets when it is best done.
 *
 * Returns: a time of day
 */
CoachTimeOfDay
coach_routine_get_time_of_day (CoachRoutine *self)
{
  g_return_val_if_fail (COACH_IS_ROUTINE (self), COACH_TIME_OF_DAY_ANY);

  return self->time_of_day;
}

/**
 * coach_routine_get_occasion:
 * @self: a routine
 *
 * Gets what it goes with.
 *
 * Returns: an occasion
 */
CoachOccasion
coach_routine_get_occasion (CoachRoutine *self)
{
  g_return_val_if_fail (COACH_IS_ROUTINE (self), COACH_OCCASION_ANY);

  return self->occasion;
}
