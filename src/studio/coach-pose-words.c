#define G_LOG_DOMAIN "coach-studio"

#include "config.h"

#include "coach-pose-words.h"

#include <string.h>

/* The catalogue describes positions in sentences such as "left hip flexion 95°, abduction 30°;
 * shoulders 20° abduction". What is said about joints in degrees is understood; all else is
 * handed back as it stands. */

#define PATTERN                                                                                    \
  "(?:(?<side>left|right|both) )?"                                                                 \
  "(?:(?<joint>hip|knee|ankle|shoulder|elbow|wrist|lumbar|thoracic|neck)(?<many>s)? )?"            \
  "(?:(?<way>flexion|extension|abduction|adduction|external rotation|internal rotation|rotation|"  \
  "dorsiflexion|plantarflexion|side-bend) )?"                                                      \
  "(?<degrees>[0-9]+)°(?: (?<after>flexion|extension|abduction|adduction))?"                       \
  "(?<turned>[^0-9]* to the (?:left|right))?"

typedef enum
{
  SIDE_NONE,
  SIDE_LEFT,
  SIDE_RIGHT,
  SIDE_BOTH,
} Side;

typedef struct
{
  const CoachSkeleton *skeleton;
  GRegex              *regex;
  GArray              *wanted;
  Side                 side;        /* of the clause so far */
  char                *joint;       /* (owned) (nullable), of the phrase before */
} Parse;

typedef struct
{
  const char *joint;
  const char *way;
  const char *dof;                  /* a % stands for the side */
  const char *dof_two;              /* (nullable), added to the first */
  double      sign;
} Meaning;

static const Meaning meanings[] = {
  { "hip", "flexion", "thigh_%.flex", NULL, 1 },
  { "hip", "extension", "thigh_%.flex", NULL, -1 },
  { "hip", "abduction", "thigh_%.abd", NULL, 1 },
  { "hip", "adduction", "thigh_%.abd", NULL, -1 },
  { "hip", "internal rotation", "thigh_%.rot", NULL, 1 },
  { "hip", "external rotation", "thigh_%.rot", NULL, -1 },
  { "hip", "rotation", "thigh_%.rot", NULL, 1 },
  { "knee", "flexion", "shank_%.flex", NULL, 1 },
  { "ankle", "dorsiflexion", "foot_%.flex", NULL, 1 },
  { "ankle", "plantarflexion", "foot_%.flex", NULL, -1 },
  { "ankle", "flexion", "foot_%.flex", NULL, 1 },
  { "shoulder", "flexion", "uarm_%.flex", NULL, 1 },
  { "shoulder", "extension", "uarm_%.flex", NULL, -1 },
  { "shoulder", "abduction", "uarm_%.abd", NULL, 1 },
  { "elbow", "flexion", "farm_%.flex", NULL, 1 },
  { "wrist", "flexion", "hand_%.flex", NULL, 1 },
  { "wrist", "extension", "hand_%.flex", NULL, -1 },
  { "lumbar", "flexion", "lumbar.flex", NULL, 1 },
  { "lumbar", "extension", "lumbar.flex", NULL, -1 },
  { "lumbar", "side-bend", "lumbar.side", NULL, 1 },
  { "lumbar", "rotation", "lumbar.twist", NULL, 1 },
  { "thoracic", "flexion", "thorax.flex", NULL, 1 },
  { "thoracic", "extension", "thorax.flex", NULL, -1 },
  { "thoracic", "rotation", "thorax.twist", NULL, 1 },
  { "neck", "flexion", "neck.flex", "head.flex", 1 },
  { "neck", "extension", "neck.flex", "head.flex", -1 },
};

static const Meaning *
find_meaning (const char *joint,
              const char *way)
{
  for (guint i = 0; i < G_N_ELEMENTS (meanings); i++)
    if (g_strcmp0 (meanings[i].joint, joint) == 0 && g_strcmp0 (meanings[i].way, way) == 0)
      return &meanings[i];
  return NULL;
}

static int
find_dof (const Parse *parse,
          const char  *pattern,
          char         side)
{
  g_autofree char *name = g_strdup (pattern);
  char *mark;

  if (pattern == NULL)
    return -1;
  mark = strchr (name, '%');
  if (mark != NULL)
    *mark = side;
  return coach_skeleton_find_dof (parse->skeleton, name);
}

static void
want (Parse         *parse,
      const Meaning *meaning,
      char           side,
      double         degrees,
      const char    *words)
{
  CoachWantedAngle angle
      = { g_strdup (words),
          FALSE,
          { find_dof (parse, meaning->dof, side), find_dof (parse, meaning->dof_two, side) },
          degrees * meaning->sign };

  if (angle.dofs[0] < 0)
    g_clear_pointer (&angle.words, g_free);
  else
    g_array_append_val (parse->wanted, angle);
}

/* Turning to the left is positive about the upright axis; leaning to the left is negative. */
static double
sign_of_turn (GMatchInfo *match,
              const char *way)
{
  g_autofree char *turned = g_match_info_fetch_named (match, "turned");
  gboolean is_left = turned != NULL && g_str_has_suffix (turned, "left");
  gboolean is_right = turned != NULL && g_str_has_suffix (turned, "right");

  if (g_str_equal (way, "side-bend"))
    return is_left ? -1.0 : 1.0;
  return g_str_equal (way, "rotation") && is_right ? -1.0 : 1.0;
}

static void
update_side (Parse      *parse,
             const char *side,
             gboolean    is_plural)
{
  if (g_strcmp0 (side, "left") == 0)
    parse->side = SIDE_LEFT;
  else if (g_strcmp0 (side, "right") == 0)
    parse->side = SIDE_RIGHT;
  else if (is_plural || g_strcmp0 (side, "both") == 0)
    parse->side = SIDE_BOTH;
}

static gboolean
take_match (Parse      *parse,
            GMatchInfo *match,
            const char *phrase)
{
  g_autofree char *side = g_match_info_fetch_named (match, "side");
  g_autofree char *joint = g_match_info_fetch_named (match, "joint");
  g_autofree char *many = g_match_info_fetch_named (match, "many");
  g_autofree char *before = g_match_info_fetch_named (match, "way");
  g_autofree char *after = g_match_info_fetch_named (match, "after");
  g_autofree char *number = g_match_info_fetch_named (match, "degrees");
  const char *way = before != NULL && *before != '\0' ? before
                    : after != NULL && *after != '\0' ? after
                                                      : "flexion";
  gboolean says_way = (before != NULL && *before != '\0') || (after != NULL && *after != '\0');
  double degrees = g_ascii_strtod (number, NULL);
  const Meaning *meaning;

  if (joint != NULL && *joint != '\0')
    {
      g_free (parse->joint);
      parse->joint = g_strdup (joint);
      update_side (parse, side, many != NULL && *many != '\0');
    }
  else if (!says_way || parse->joint == NULL)
    return FALSE;
  meaning = find_meaning (parse->joint, way);
  if (meaning == NULL || (strchr (meaning->dof, '%') != NULL && parse->side == SIDE_NONE))
    return FALSE;
  degrees *= sign_of_turn (match, way);
  if (strchr (meaning->dof, '%') == NULL || parse->side != SIDE_RIGHT)
    want (parse, meaning, 'L', degrees, phrase);
  if (strchr (meaning->dof, '%') != NULL && parse->side != SIDE_LEFT)
    want (parse, meaning, 'R', degrees, phrase);
  return TRUE;
}

/* "trunk tipped 40° forwards" is told from upright, "trunk raised 30° from horizontal" from
 * lying. */
static gboolean
take_trunk (Parse      *parse,
            const char *phrase)
{
  gboolean from_level = strstr (phrase, "horizontal") != NULL || strstr (phrase, "rising") != NULL;
  gboolean is_down = strstr (phrase, " down") != NULL;
  const char *number = strpbrk (phrase, "0123456789");
  CoachWantedAngle angle = { g_strdup (phrase), TRUE, { -1, -1 }, 0.0 };

  if (number != NULL)
    angle.degrees = g_ascii_strtod (number, NULL);
  else if (strstr (phrase, "vertical") == NULL && strstr (phrase, "upright") == NULL)
    {
      g_clear_pointer (&angle.words, g_free);
      return FALSE;
    }
  if (is_down)
    angle.degrees += 90.0;
  else if (from_level)
    angle.degrees = 90.0 - angle.degrees;
  g_array_append_val (parse->wanted, angle);
  return TRUE;
}

static gboolean
parse_phrase (Parse      *parse,
              const char *phrase)
{
  g_autoptr (GMatchInfo) match = NULL;
  gboolean understood = FALSE;

  if (g_str_has_prefix (phrase, "both legs"))
    {
      parse->side = SIDE_BOTH;
      understood = TRUE;
    }
  if (g_ascii_strncasecmp (phrase, "trunk ", strlen ("trunk ")) == 0)
    {
      understood = take_trunk (parse, phrase);
      if (strstr (phrase, "lumbar") == NULL)
        return understood;
    }
  g_regex_match (parse->regex, phrase, 0, &match);
  for (; g_match_info_matches (match); g_match_info_next (match, NULL))
    if (take_match (parse, match, phrase))
      understood = TRUE;
  return understood;
}

static void
parse_clause (Parse      *parse,
              const char *clause,
              GPtrArray  *not_understood)
{
  g_auto (GStrv) phrases = g_strsplit_set (clause, ",:", -1);

  parse->side = SIDE_NONE;
  g_clear_pointer (&parse->joint, g_free);
  for (guint i = 0; phrases[i] != NULL; i++)
    {
      const char *phrase = g_strstrip (phrases[i]);

      if (*phrase != '\0' && !parse_phrase (parse, phrase) && not_understood != NULL)
        g_ptr_array_add (not_understood, g_strdup (phrase));
    }
}

static void
clear_wanted (gpointer data)
{
  g_clear_pointer (&((CoachWantedAngle *) data)->words, g_free);
}

/**
 * coach_pose_words_parse:
 * @skeleton: a skeleton
 * @sentence: how the catalogue describes a position
 * @not_understood: (nullable) (element-type utf8): where to add the phrases that say no angle
 *
 * Finds the angles that a sentence asks for.
 *
 * Returns: (transfer full) (element-type CoachWantedAngle): the angles
 */
GArray *
coach_pose_words_parse (const CoachSkeleton *skeleton,
                        const char          *sentence,
                        GPtrArray           *not_understood)
{
  g_autoptr (GRegex) regex = g_regex_new (PATTERN, 0, 0, NULL);
  g_auto (GStrv) clauses = g_strsplit (sentence, ";", -1);
  Parse parse = { .skeleton = skeleton, .regex = regex };

  parse.wanted = g_array_new (FALSE, TRUE, sizeof (CoachWantedAngle));
  g_array_set_clear_func (parse.wanted, clear_wanted);
  for (guint i = 0; clauses[i] != NULL; i++)
    parse_clause (&parse, clauses[i], not_understood);
  g_clear_pointer (&parse.joint, g_free);
  return parse.wanted;
}
