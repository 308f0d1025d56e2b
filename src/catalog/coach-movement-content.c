#define G_LOG_DOMAIN "coach-catalog"

#include "config.h"

#include "coach-movement-private.h"

#include "coach-term.h"

/* Reads a movement. */

static void
read_dose (CoachMovement      *self,
           CoachContentReader *reader)
{
  static const char * const kinds[] = { "hold", "reps", "time", NULL };
  CoachDose *dose = &self->dose;

  coach_content_reader_begin_object (reader, "dose");
  dose->kind = (CoachDoseKind) coach_content_reader_get_choice (reader, "kind", kinds);
  dose->seconds = coach_content_reader_get_uint (reader, "seconds", 1, COACH_DOSE_MAX_SECONDS);
  dose->sets = coach_content_reader_get_uint (reader, "sets", 1, COACH_DOSE_MAX_SETS);
  dose->rest_s = coach_content_reader_get_uint (reader, "restSeconds", 0, COACH_DOSE_MAX_REST);
  if (dose->kind == COACH_DOSE_REPS)
    dose->reps = coach_content_reader_get_uint (reader, "reps", 1, COACH_DOSE_MAX_REPS);
  else if (!coach_content_reader_take_null (reader, "reps"))
    coach_content_reader_fail (reader, COACH_CATALOG_ERROR_INVALID, "reps",
                               "must be null unless kind is \"reps\"");
  if (dose->sets == 1 && dose->rest_s > 0)
    coach_content_reader_fail (reader, COACH_CATALOG_ERROR_INVALID, "restSeconds",
                               "is a rest, but there is no second set");
  coach_content_reader_end (reader);
}

/* A text for the left side, and the one for the right made from it: translators see both. */
static void
take_side_text (CoachMovement      *self,
                CoachContentReader *reader,
                const char         *context,
                char               *text,
                char               *texts[2])
{
  g_autofree char *left = text;
  g_autofree char *right = NULL;

  if (left == NULL)
    return;
  right = self->per_side ? coach_side_swap_text (left) : g_strdup (left);
  texts[0] = coach_content_reader_translate (reader, context, left);
  texts[1] = coach_content_reader_translate (reader, context, right);
}

static void
read_steps (CoachMovement      *self,
            CoachContentReader *reader)
{
  g_auto (GStrv) steps = coach_content_reader_dup_strings (reader, "steps", 3,
                                                           COACH_MOVEMENT_MAX_STEPS, 110);
  guint n = g_strv_length (steps);

  self->steps[0] = g_new0 (char *, n + 1);
  self->steps[1] = g_new0 (char *, n + 1);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *where = g_strdup_printf ("steps[%u]", i);
      char *texts[2] = { NULL, NULL };

      coach_content_reader_check_words (reader, where, steps[i], COACH_SPOKEN_MAX_WORDS);
      take_side_text (self, reader, "movement step", g_strdup (steps[i]), texts);
      self->steps[0][i] = texts[0];
      self->steps[1][i] = texts[1];
    }
}

/* Which steps come before the work and which after it. */
static void
read_step_parts (CoachMovement      *self,
                 CoachContentReader *reader)
{
  guint n = g_strv_length (self->steps[0]);

  self->n_set_up_steps = coach_content_reader_get_uint (reader, "setUpSteps", 1,
                                                        COACH_MOVEMENT_MAX_STEPS);
  self->n_leave_steps = coach_content_reader_get_uint (reader, "leaveSteps", 0,
                                                       COACH_MOVEMENT_MAX_STEPS);
  if (!coach_content_reader_failed (reader) && self->n_set_up_steps + self->n_leave_steps > n)
    coach_content_reader_fail (reader, COACH_CATALOG_ERROR_INVALID, "leaveSteps",
                               "is %u, but of %u steps %u lead in", self->n_leave_steps, n,
                               self->n_set_up_steps);
}

static char *
dup_term (CoachContentReader *reader,
          const char         *member,
          CoachTermKind       kind)
{
  const char * const *ids = coach_term_list_ids (kind);

  return g_strdup (ids[coach_content_reader_get_choice (reader, member, ids)]);
}

static char **
dup_terms (CoachContentReader *reader,
           const char         *member,
           CoachTermKind       kind,
           guint               min)
{
  g_auto (GStrv) ids = coach_content_reader_dup_ids (reader, member, min, 15);

  coach_content_reader_check_known (reader, member, (const char * const *) ids,
                                    coach_term_list_ids (kind));
  return g_steal_pointer (&ids);
}

static void
read_breathing (CoachMovement      *self,
                CoachContentReader *reader)
{
  g_autofree char *text = coach_content_reader_dup_spoken (reader, "breathing",
                                                           COACH_SPOKEN_MAX_WORDS);

  if (text != NULL)
    self->breathing = coach_content_reader_translate (reader, "movement breathing", text);
}

static void
read_breathing_pace (CoachMovement      *self,
                     CoachContentReader *reader)
{
  if (!coach_content_reader_has (reader, "breathingPace"))
    return;
  coach_content_reader_begin_object (reader, "breathingPace");
  self->pace.in_s = coach_content_reader_get_uint (reader, "inSeconds", COACH_BREATH_MIN_SECONDS,
                                                   COACH_BREATH_MAX_SECONDS);
  self->pace.out_s = coach_content_reader_get_uint (reader, "outSeconds", COACH_BREATH_MIN_SECONDS,
                                                    COACH_BREATH_MAX_SECONDS);
  coach_content_reader_end (reader);
}

static void
read_texts (CoachMovement      *self,
            CoachContentReader *reader)
{
  self->purpose = coach_content_reader_dup_text (reader, "purpose", "movement purpose", 140);
  read_steps (self, reader);
  read_step_parts (self, reader);
  take_side_text (self, reader, "movement cue",
                  coach_content_reader_dup_spoken (reader, "cue", COACH_SPOKEN_MAX_WORDS),
                  self->cue);
  take_side_text (self, reader, "movement feel",
                  coach_content_reader_dup_string (reader, "feel", 130), self->feel);
  read_breathing (self, reader);
  read_breathing_pace (self, reader);
  self->mistakes = coach_content_reader_dup_texts (reader, "mistakes", "movement mistake", 2, 4,
                                                   90);
}

static void
check_animation (CoachMovement      *self,
                 CoachContentReader *reader)
{
  const char * const *props = coach_move_get_props (COACH_MOVE (self));

  if (self->per_side && !coach_move_draws_left (COACH_MOVE (self)))
    coach_content_reader_fail (reader, COACH_CATALOG_ERROR_INVALID, "animation.keys",
                               "never speaks of the left side");
  for (guint i = 0; props[i] != NULL; i++)
    if (!g_strv_contains ((const char * const *) self->equipment, props[i]))
      coach_content_reader_fail (reader, COACH_CATALOG_ERROR_REFERENCE, "animation.props",
                                 "%s is not in the equipment", props[i]);
}

/* Takes a movement from the object the reader stands in. */
CoachMovement *
coach_movement_read (CoachContentReader *reader)
{
  static const CoachAnimationLimits limits = { .min_keys = 2, .max_keys = 5 };
  CoachAnimationLimits animation = limits;
  CoachMovement *self = g_object_new (COACH_TYPE_MOVEMENT, NULL);

  coach_move_read (COACH_MOVE (self), reader, "movement name", 1);
  self->group = dup_term (reader, "group", COACH_TERM_GROUP);
  self->muscles = dup_terms (reader, "muscles", COACH_TERM_MUSCLE, 1);
  self->position = dup_term (reader, "position", COACH_TERM_POSITION);
  self->equipment = dup_terms (reader, "equipment", COACH_TERM_EQUIPMENT, 0);
  self->level = coach_content_reader_get_uint (reader, "level", 1, 3);
  self->per_side = coach_content_reader_get_boolean (reader, "perSide");
  read_dose (self, reader);
  read_texts (self, reader);
  self->easier = coach_content_reader_dup_id_or_null (reader, "easier");
  animation.props = coach_term_list_ids (COACH_TERM_EQUIPMENT);
  coach_move_read_animation (COACH_MOVE (self), reader, &animation);
  if (!coach_content_reader_failed (reader))
    check_animation (self, reader);
  return self;
}
