#define G_LOG_DOMAIN "coach-session"

#include "config.h"

#include "coach-cue.h"

typedef struct
{
  const char       *id;
  CoachCuePriority  priority;
  CoachTalk         talk; /* the least talk that has it said */
} KindFacts;

static const KindFacts facts[] = {
  [COACH_CUE_NAME] = { "name", COACH_CUE_PRIORITY_TURN, COACH_TALK_SHORT },
  [COACH_CUE_POSITION] = { "position", COACH_CUE_PRIORITY_GUIDE, COACH_TALK_SHORT },
  [COACH_CUE_STEP] = { "step", COACH_CUE_PRIORITY_GUIDE, COACH_TALK_FULL },
  [COACH_CUE_DOSE] = { "dose", COACH_CUE_PRIORITY_GUIDE, COACH_TALK_SHORT },
  [COACH_CUE_COUNT] = { "count", COACH_CUE_PRIORITY_COUNT, COACH_TALK_FULL },
  [COACH_CUE_BEGIN] = { "begin", COACH_CUE_PRIORITY_TURN, COACH_TALK_SHORT },
  [COACH_CUE_REPETITION] = { "repetition", COACH_CUE_PRIORITY_COUNT, COACH_TALK_SHORT },
  [COACH_CUE_TIP] = { "tip", COACH_CUE_PRIORITY_TIP, COACH_TALK_FULL },
  [COACH_CUE_BREATH] = { "breath", COACH_CUE_PRIORITY_TIP, COACH_TALK_FULL },
  [COACH_CUE_HALF_WAY] = { "half-way", COACH_CUE_PRIORITY_GUIDE, COACH_TALK_FULL },
  [COACH_CUE_LAST_SECONDS] = { "last-seconds", COACH_CUE_PRIORITY_COUNT, COACH_TALK_SHORT },
  [COACH_CUE_REST] = { "rest", COACH_CUE_PRIORITY_STOP, COACH_TALK_SHORT },
  [COACH_CUE_NEXT] = { "next", COACH_CUE_PRIORITY_GUIDE, COACH_TALK_FULL },
  [COACH_CUE_SWITCH] = { "switch", COACH_CUE_PRIORITY_STOP, COACH_TALK_SHORT },
  [COACH_CUE_LEAVE] = { "leave", COACH_CUE_PRIORITY_GUIDE, COACH_TALK_FULL },
  [COACH_CUE_DONE] = { "done", COACH_CUE_PRIORITY_STOP, COACH_TALK_SHORT },
  [COACH_CUE_RISE] = { "rise", COACH_CUE_PRIORITY_GUIDE, COACH_TALK_SHORT },
};

G_DEFINE_BOXED_TYPE (CoachCue, coach_cue, coach_cue_copy, coach_cue_free)

/**
 * coach_talk_from_id:
 * @id: `sounds`, `short` or `full`, or anything else
 * @talk: (out) (optional): how much is said, where @id names it
 *
 * Reads how much is said, as the settings and options name it.
 *
 * Returns: whether @id names it
 */
gboolean
coach_talk_from_id (const char *id,
                    CoachTalk  *talk)
{
  static const char * const ids[] = { "sounds", "short", "full" };

  g_return_val_if_fail (id != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    if (g_str_equal (ids[i], id))
      {
        if (talk != NULL)
          *talk = (CoachTalk) i;
        return TRUE;
      }
  return FALSE;
}

/**
 * coach_cue_copy:
 * @cue: a cue
 *
 * Copies a cue with its text.
 *
 * Returns: (transfer full): the copy
 */
CoachCue *
coach_cue_copy (const CoachCue *cue)
{
  CoachCue *copy;

  g_return_val_if_fail (cue != NULL, NULL);

  copy = g_new (CoachCue, 1);
  *copy = *cue;
  copy->text = g_strdup (cue->text);
  return copy;
}

/**
 * coach_cue_free:
 * @cue: (transfer full): a copy
 *
 * Frees a copy that [method@Cue.copy] made.
 */
void
coach_cue_free (CoachCue *cue)
{
  g_return_if_fail (cue != NULL);

  g_free (cue->text);
  g_free (cue);
}

/**
 * coach_cue_is_said:
 * @cue: a cue
 * @talk: how much is said
 *
 * Tells whether a cue is spoken.
 *
 * Returns: whether it is
 */
gboolean
coach_cue_is_said (const CoachCue *cue,
                   CoachTalk       talk)
{
  g_return_val_if_fail (cue != NULL, FALSE);

  return talk >= facts[cue->kind].talk;
}

/**
 * coach_cue_is_sounded:
 * @cue: a cue
 * @talk: how much is said
 *
 * Tells whether a cue's sound is played. A tick is not, where the count is spoken: it would lie
 * over the word.
 *
 * Returns: whether it is
 */
gboolean
coach_cue_is_sounded (const CoachCue *cue,
                      CoachTalk       talk)
{
  g_return_val_if_fail (cue != NULL, FALSE);

  if (cue->sound == COACH_CUE_SOUND_TICK)
    return !coach_cue_is_said (cue, talk);
  return cue->sound != COACH_CUE_SOUND_NONE;
}

/**
 * coach_cue_kind_get_priority:
 * @kind: what a cue is about
 *
 * Gets how urgent cues of a kind are.
 *
 * Returns: the priority
 */
CoachCuePriority
coach_cue_kind_get_priority (CoachCueKind kind)
{
  g_return_val_if_fail (kind < G_N_ELEMENTS (facts), COACH_CUE_PRIORITY_TIP);

  return facts[kind].priority;
}

/**
 * coach_cue_kind_get_id:
 * @kind: what a cue is about
 *
 * Gets the name of a kind as it stands in JSON.
 *
 * Returns: (transfer none): a word in kebab-case, such as `last-seconds`
 */
const char *
coach_cue_kind_get_id (CoachCueKind kind)
{
  g_return_val_if_fail (kind < G_N_ELEMENTS (facts), NULL);

  return facts[kind].id;
}

/**
 * coach_cue_sound_get_id:
 * @sound: what is sounded
 *
 * Gets the name of a sound, which is that of its file too.
 *
 * Returns: (transfer none) (nullable): a word; %NULL for no sound
 */
const char *
coach_cue_sound_get_id (CoachCueSound sound)
{
  switch (sound)
    {
    case COACH_CUE_SOUND_NONE:
      return NULL;
    case COACH_CUE_SOUND_BEGIN:
      return "begin";
    case COACH_CUE_SOUND_END:
      return "end";
    case COACH_CUE_SOUND_SWITCH:
      return "switch";
    case COACH_CUE_SOUND_TICK:
      return "tick";
    case COACH_CUE_SOUND_CLOSE:
      return "close";
    default:
      g_return_val_if_reached (NULL);
    }
}
