#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-session-news.h"

#include <glib/gi18n.h>

/* What is shorter is over before somebody has heard that it soon will be. */
#define SHORTEST_WITH_END_S  10
#define SHORTEST_WITH_HALF_S 20
#define LAST_SECONDS         5

/* Each part is a whole text of the screen; a screen reader rests where one ends. */
static void
add_part (GString    *news,
          const char *part)
{
  if (part == NULL || *part == '\0')
    return;
  if (news->len > 0)
    g_string_append_c (news, ' ');
  g_string_append (news, part);
  if (strchr (".!?:…", news->str[news->len - 1]) == NULL)
    g_string_append_c (news, '.');
}

/* Synthesizers read the dot between two facts aloud. */
static char *
end_news (GString *news)
{
  g_string_replace (news, " · ", ", ", 0);
  return g_string_free (news, FALSE);
}

/* The instructions of rests and turns say themselves what to do. */
static void
add_activity (GString                     *news,
              const CoachSessionPageState *state)
{
  if (state->phase_kind == COACH_PHASE_REST || state->phase_kind == COACH_PHASE_SWITCH_SIDES)
    {
      add_part (news, state->instruction);
      add_part (news, state->digits_words);
      return;
    }
  add_part (news, state->activity);
  add_part (news, state->side);
  add_part (news, state->digits_words);
  add_part (news, state->instruction);
  add_part (news, state->caution);
}

static char *
tell_phase (const CoachSessionPageState *state,
            gboolean                     is_other_movement)
{
  GString *news = g_string_new (NULL);

  if (is_other_movement)
    add_part (news, state->name);
  add_activity (news, state);
  return end_news (news);
}

static char *
tell_pause (const CoachSessionPageState *state)
{
  GString *news = g_string_new (NULL);

  add_part (news, _("Paused"));
  add_part (news, state->name);
  add_part (news, state->activity);
  add_part (news, state->digits_words);
  return end_news (news);
}

static char *
tell_half (const CoachSessionPageState *state)
{
  GString *news = g_string_new (NULL);

  add_part (news, _("Half-way"));
  add_part (news, state->digits_words);
  return end_news (news);
}

static gboolean
is_work (CoachPhaseKind kind)
{
  return kind == COACH_PHASE_HOLD || kind == COACH_PHASE_REPS || kind == COACH_PHASE_TIME;
}

static gboolean
came_to (const CoachSessionPageState *before,
         const CoachSessionPageState *after,
         guint                        seconds)
{
  return before->seconds_left > seconds && after->seconds_left <= seconds
         && after->seconds_left > 0;
}

static gboolean
is_other_phase (const CoachSessionPageState *before,
                const CoachSessionPageState *after)
{
  return before->phase_kind != after->phase_kind || before->phase_start_s != after->phase_start_s;
}

/**
 * coach_session_news_between:
 * @before: (nullable): what was shown before; %NULL when nothing was
 * @after: what is shown now
 *
 * Finds what somebody must be told who does not see the screen: what to do now, on which side and
 * for how long when a phase begins; a pause and its end; the middle of work of 20 seconds or more;
 * the last five seconds of what takes 10 or more. Never each second.
 *
 * Returns: (transfer full) (nullable): sentences; %NULL when there is nothing new
 */
char *
coach_session_news_between (const CoachSessionPageState *before,
                            const CoachSessionPageState *after)
{
  g_return_val_if_fail (after != NULL, NULL);

  if (after->phase_kind == COACH_PHASE_FINISH)
    return NULL;
  if (after->is_paused)
    return before != NULL && before->is_paused && !is_other_phase (before, after)
               ? NULL
               : tell_pause (after);
  if (after->is_leading_in)
    return before != NULL && before->is_leading_in ? NULL : g_strdup (after->instruction);
  if (before == NULL || is_other_phase (before, after))
    return tell_phase (after, before == NULL || before->movement != after->movement
                                  || after->phase_kind == COACH_PHASE_POSITION);
  if (before->is_leading_in)
    return tell_phase (after, FALSE);
  if (after->phase_length_s >= SHORTEST_WITH_END_S && came_to (before, after, LAST_SECONDS))
    return g_strdup (after->digits_words);
  if (is_work (after->phase_kind) && after->phase_length_s >= SHORTEST_WITH_HALF_S
      && came_to (before, after, after->phase_length_s / 2))
    return tell_half (after);
  return NULL;
}
