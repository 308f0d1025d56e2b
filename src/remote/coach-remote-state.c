#define G_LOG_DOMAIN "coach-remote"

#include "config.h"

#include "coach-remote-state.h"

#include <glib/gi18n.h>

#define TRACK_ROOT "/org/lowtide/Lowtide/session"

/* What players and their remotes may be apart without anybody seeing it. */
#define JUMP_US (G_USEC_PER_SEC / 2)

/*
 * The phases of the movement and side under way: all of one step that have one side are neighbours.
 * The finish is a part of its own, without a length.
 */
typedef struct
{
  guint  first;
  guint  n_phases;
  gint64 length_us;
} Part;

static gboolean
is_of_part (const CoachPhase *phase,
            const CoachPhase *other)
{
  return phase->step == other->step && phase->side == other->side;
}

static Part
find_part (CoachSession *session)
{
  CoachPlan *plan = coach_session_get_plan (session);
  const CoachPhase *current = coach_session_get_phase (session);
  Part part = { .first = coach_session_get_state (session)->phase };

  while (part.first > 0 && is_of_part (coach_plan_get_phase (plan, part.first - 1), current))
    part.first--;
  for (guint i = part.first; i < coach_plan_get_n_phases (plan); i++)
    {
      const CoachPhase *phase = coach_plan_get_phase (plan, i);

      if (!is_of_part (phase, current))
        break;
      part.n_phases++;
      part.length_us += (gint64) phase->length_s * G_USEC_PER_SEC;
    }
  return part;
}

/* Where a phase of the part begins in it. */
static gint64
get_begin_us (CoachPlan  *plan,
              const Part *part,
              guint       phase)
{
  return ((gint64) coach_plan_get_phase (plan, phase)->start_s
          - coach_plan_get_phase (plan, part->first)->start_s) * G_USEC_PER_SEC;
}

static const char *
get_status (CoachSession *session)
{
  switch (coach_session_get_status (session))
    {
    case COACH_SESSION_RUNNING:
      return "Playing";
    case COACH_SESSION_PAUSED:
      return "Paused";
    case COACH_SESSION_READY:
    case COACH_SESSION_FINISHED:
    case COACH_SESSION_STOPPED:
    default:
      return "Stopped";
    }
}

static const char *
get_side_name (CoachSide side)
{
  switch (side)
    {
    case COACH_SIDE_LEFT:
      return "left";
    case COACH_SIDE_RIGHT:
      return "right";
    case COACH_SIDE_NONE:
    default:
      return "both";
    }
}

/* The movement is part of it, since a gentler one may take the place of a step. */
static char *
describe_track (const CoachPhase    *phase,
                const CoachPlanStep *step)
{
  g_autofree char *id = g_strdup (coach_move_get_id (COACH_MOVE (step->movement)));

  g_strcanon (id, G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS, '_');
  return g_strdup_printf (TRACK_ROOT "/%u/%s/%s", phase->step, id, get_side_name (phase->side));
}

/* The set that is under way, or that a rest leads to; 0 where there is one alone, or none yet. */
static guint
find_set (const CoachPhase    *phase,
          const CoachPlanStep *step)
{
  if (step->dose.sets <= 1 || phase->set == 0)
    return 0;
  return phase->kind == COACH_PHASE_REST ? phase->set + 1 : phase->set;
}

static char *
describe_set (const char *name,
              CoachSide   side,
              guint       set,
              guint       n_sets)
{
  switch (side)
    {
    case COACH_SIDE_LEFT:
      /* Translators: a movement, as on a lock screen: "Lying figure four – left side, set 1 of 2" */
      return g_strdup_printf (_("%s – left side, set %u of %u"), name, set, n_sets);
    case COACH_SIDE_RIGHT:
      return g_strdup_printf (_("%s – right side, set %u of %u"), name, set, n_sets);
    case COACH_SIDE_NONE:
    default:
      return g_strdup_printf (_("%s – set %u of %u"), name, set, n_sets);
    }
}

static char *
describe_side (const char *name,
               CoachSide   side)
{
  switch (side)
    {
    case COACH_SIDE_LEFT:
      /* Translators: a movement, as on a lock screen: "Lying figure four – left side" */
      return g_strdup_printf (_("%s – left side"), name);
    case COACH_SIDE_RIGHT:
      return g_strdup_printf (_("%s – right side"), name);
    case COACH_SIDE_NONE:
    default:
      return g_strdup (name);
    }
}

static char *
describe_title (const CoachPhase    *phase,
                const CoachPlanStep *step)
{
  const char *name = coach_move_get_name (COACH_MOVE (step->movement));
  guint set = find_set (phase, step);

  return set == 0 ? describe_side (name, phase->side)
                  : describe_set (name, phase->side, set, step->dose.sets);
}

static char *
find_art (CoachPlaces         *places,
          const CoachPlanStep *step)
{
  CoachMove *move = COACH_MOVE (step->movement);
  g_autofree char *path = NULL;

  path = coach_places_find_still (places, coach_move_get_id (move), coach_move_get_main_key (move));
  if (path == NULL)
    path = coach_places_find_poster (places, coach_move_get_id (move));
  return path != NULL ? g_filename_to_uri (path, NULL, NULL) : NULL;
}

/**
 * coach_remote_state_new:
 * @session: a session
 * @places: where the pictures are
 * @is_held: whether something is asked on the screen, so that the session can only be paused
 * @now_us: the monotonic time, in microseconds
 *
 * Finds what a media player shows of a session.
 *
 * Returns: (transfer full): the state
 */
CoachRemoteState *
coach_remote_state_new (CoachSession *session,
                        CoachPlaces  *places,
                        gboolean      is_held,
                        gint64        now_us)
{
  CoachPlan *plan = coach_session_get_plan (session);
  const CoachPhase *phase = coach_session_get_phase (session);
  const CoachPlanStep *step = coach_session_get_step (session);
  gboolean is_over = coach_session_state_is_final (coach_session_get_state (session));
  gboolean is_begun = coach_session_get_status (session) != COACH_SESSION_READY;
  CoachRemoteState *self = g_new0 (CoachRemoteState, 1);

  self->status = get_status (session);
  self->track = describe_track (phase, step);
  self->number = MIN (phase->step + 1, coach_plan_get_n_steps (plan));
  self->title = describe_title (phase, step);
  self->album = g_strdup (coach_routine_get_title (coach_plan_get_routine (plan)));
  self->art_uri = find_art (places, step);
  self->length_us = find_part (session).length_us;
  self->position_us = coach_remote_state_get_position_us (session);
  self->at_us = now_us;
  self->can_play = !is_held && !is_over;
  self->can_move = !is_held && !is_over && is_begun;
  self->can_go_next = self->can_move && phase->step + 1 < coach_plan_get_n_steps (plan);
  return self;
}

/**
 * coach_remote_state_free:
 * @self: (transfer full): a state
 *
 * Frees a state.
 */
void
coach_remote_state_free (CoachRemoteState *self)
{
  g_free (self->track);
  g_free (self->title);
  g_free (self->album);
  g_free (self->art_uri);
  g_free (self);
}

/**
 * coach_remote_state_get_metadata:
 * @self: a state
 *
 * Puts down what is under way as players do.
 *
 * Returns: (transfer floating): a dictionary, as in the specification
 */
GVariant *
coach_remote_state_get_metadata (const CoachRemoteState *self)
{
  static const char *const artists[] = { "Lowtide" };
  GVariantDict dict;

  g_return_val_if_fail (self != NULL, NULL);

  g_variant_dict_init (&dict, NULL);
  g_variant_dict_insert (&dict, "mpris:trackid", "o", self->track);
  g_variant_dict_insert (&dict, "mpris:length", "x", self->length_us);
  if (self->art_uri != NULL)
    g_variant_dict_insert (&dict, "mpris:artUrl", "s", self->art_uri);
  g_variant_dict_insert (&dict, "xesam:title", "s", self->title);
  g_variant_dict_insert (&dict, "xesam:album", "s", self->album);
  g_variant_dict_insert_value (&dict, "xesam:artist",
                               g_variant_new_strv (artists, G_N_ELEMENTS (artists)));
  g_variant_dict_insert (&dict, "xesam:trackNumber", "i", (gint32) self->number);
  return g_variant_dict_end (&dict);
}

/**
 * coach_remote_state_has_jumped:
 * @before: what was told last
 * @after: what is to be told
 *
 * Tells whether the position is another than those who were told of @before take it to be: they let
 * it run on while the session plays, and begin another track at its beginning.
 *
 * Returns: whether they must be told
 */
gboolean
coach_remote_state_has_jumped (const CoachRemoteState *before,
                               const CoachRemoteState *after)
{
  gint64 expected_us = 0;

  g_return_val_if_fail (before != NULL && after != NULL, FALSE);

  if (g_str_equal (before->track, after->track))
    {
      expected_us = before->position_us;
      if (g_str_equal (before->status, "Playing"))
        expected_us = MIN (expected_us + after->at_us - before->at_us, before->length_us);
    }
  return ABS (after->position_us - expected_us) > JUMP_US;
}

/**
 * coach_remote_state_get_position_us:
 * @session: a session
 *
 * Gets how much has passed of the movement with the side that is at work.
 *
 * Returns: microseconds, from 0 to the length
 */
gint64
coach_remote_state_get_position_us (CoachSession *session)
{
  CoachPlan *plan = coach_session_get_plan (session);
  const CoachPhase *phase = coach_session_get_phase (session);
  Part part = find_part (session);

  return get_begin_us (plan, &part, coach_session_get_state (session)->phase)
         + (gint64) phase->length_s * G_USEC_PER_SEC - coach_session_get_remaining_us (session);
}

/**
 * coach_remote_state_find_target:
 * @session: a session
 * @position_us: an instant of the movement with the side that is at work, in microseconds
 * @phase: (out): index of the phase it leads to, for %COACH_REMOTE_TARGET_PHASE
 *
 * Finds where seeking leads: to the beginning of the phase that holds the instant. An instant ahead
 * that is in the phase under way leads nowhere, for what is begun is not shortened.
 *
 * Returns: where it leads
 */
CoachRemoteTarget
coach_remote_state_find_target (CoachSession *session,
                                gint64        position_us,
                                guint        *phase)
{
  CoachPlan *plan = coach_session_get_plan (session);
  guint current = coach_session_get_state (session)->phase;
  Part part = find_part (session);

  if (position_us > part.length_us)
    return COACH_REMOTE_TARGET_NEXT;
  *phase = part.first;
  for (guint i = part.first; i < part.first + part.n_phases; i++)
    if (get_begin_us (plan, &part, i) <= position_us)
      *phase = i;
  if (*phase == current && position_us >= coach_remote_state_get_position_us (session))
    return COACH_REMOTE_TARGET_NOWHERE;
  return COACH_REMOTE_TARGET_PHASE;
}
