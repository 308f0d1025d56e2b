#define G_LOG_DOMAIN "coach-studio"

#include "config.h"

#include <string.h>

#include "coach-motion-private.h"

#define MAX_BASES 8

static void
set_angle (CoachMotion *motion,
           CoachReader *reader,
           const char  *segment,
           const char  *dof,
           CoachPose   *pose)
{
  const CoachSkeleton *skeleton = motion->figure->skeleton;
  g_autofree char *name = g_strconcat (segment, ".", dof, NULL);
  int index = coach_skeleton_find_dof (skeleton, name);

  if (index < 0)
    coach_reader_fail (reader, "there is no angle \"%s\"", name);
  else
    pose->angles[index] = coach_reader_value_number (reader, skeleton->dofs[index].minimum,
                                                     skeleton->dofs[index].maximum);
}

/* "thigh_*" is both thighs. */
static void
read_segment_angles (CoachMotion *motion,
                     CoachReader *reader,
                     const char  *segment,
                     CoachPose   *pose)
{
  g_auto (GStrv) dofs = coach_reader_members (reader);
  g_autofree char *stem
      = g_str_has_suffix (segment, "_*") ? g_strndup (segment, strlen (segment) - 1) : NULL;
  g_autofree char *right = stem != NULL ? g_strconcat (stem, "R", NULL) : g_strdup (segment);
  g_autofree char *left = stem != NULL ? g_strconcat (stem, "L", NULL) : NULL;

  for (guint i = 0; dofs[i] != NULL; i++)
    {
      coach_reader_enter (reader, dofs[i]);
      set_angle (motion, reader, right, dofs[i], pose);
      if (left != NULL)
        set_angle (motion, reader, left, dofs[i], pose);
      coach_reader_leave (reader);
    }
}

static void
read_angles (CoachMotion *motion,
             CoachReader *reader,
             CoachPose   *pose)
{
  g_auto (GStrv) segments = NULL;

  if (!coach_reader_enter (reader, "angles"))
    return;
  segments = coach_reader_members (reader);
  for (guint i = 0; segments[i] != NULL; i++)
    {
      coach_reader_enter (reader, segments[i]);
      read_segment_angles (motion, reader, segments[i], pose);
      coach_reader_leave (reader);
    }
  coach_reader_leave (reader);
}

/* The base stays as it is; "contacts" take the place of the base's, "also" are added to them. */
static void
read_own (CoachMotion *motion,
          CoachReader *reader,
          CoachPose   *pose)
{
  read_angles (motion, reader, pose);
  if (coach_reader_enter (reader, "contacts"))
    {
      pose->n_contacts = 0;
      coach_motion_read_contacts (motion, reader, pose);
      coach_reader_leave (reader);
    }
  if (coach_reader_enter (reader, "also"))
    {
      coach_motion_read_contacts (motion, reader, pose);
      coach_reader_leave (reader);
    }
}

static gboolean
enter_pose (CoachReader *reader,
            const char  *name)
{
  if (reader == NULL || !coach_reader_enter (reader, "poses"))
    return FALSE;
  if (coach_reader_enter (reader, name))
    return TRUE;
  coach_reader_leave (reader);
  return FALSE;
}

static void
leave_pose (CoachReader *reader)
{
  coach_reader_leave (reader);
  coach_reader_leave (reader);
}

/**
 * coach_motion_read_pose:
 * @source: the motion's file and the shared one
 * @name: the pose to read
 * @depth: how many poses led to this one
 * @pose: (out): the pose, with all that it inherits
 *
 * Reads a pose from the motion or, when it has none of that name, from the poses that all share.
 * A pose of the motion hides the shared one of the same name.
 */
void
coach_motion_read_pose (CoachMotionSource *source,
                        const char        *name,
                        guint              depth,
                        CoachPose         *pose)
{
  CoachReader *reader = enter_pose (source->own, name) ? source->own : NULL;
  const char *base;

  if (reader == NULL && enter_pose (source->shared, name))
    reader = source->shared;
  if (reader == NULL || depth > MAX_BASES)
    {
      coach_reader_fail (source->own,
                         reader == NULL ? "there is no pose \"%s\""
                                        : "the pose \"%s\" is its own base in the end",
                         name);
      if (reader != NULL)
        leave_pose (reader);
      return;
    }
  coach_reader_allow (reader, "base", "mirror", "angles", "contacts", "also", NULL);
  if (reader == source->shared)
    {
      g_autofree char *text = coach_reader_to_text (reader);

      g_string_append (source->motion->inherited, text);
    }
  base = coach_reader_string_or (reader, "base", NULL);
  if (base != NULL)
    {
      gboolean is_mirrored = coach_reader_boolean_or (reader, "mirror", FALSE);
      g_autofree char *base_name = g_strdup (base);

      leave_pose (reader);
      coach_motion_read_pose (source, base_name, depth + 1, pose);
      enter_pose (reader, name);
      if (is_mirrored)
        coach_pose_mirror (source->motion, pose);
    }
  read_own (source->motion, reader, pose);
  leave_pose (reader);
  g_strlcpy (pose->name, name, sizeof pose->name);
}

static void
mirror_angles (const CoachSkeleton *skeleton,
               double              *angles)
{
  double before[COACH_MAX_DOFS];

  memcpy (before, angles, sizeof before);
  for (guint i = 0; i < skeleton->n_dofs; i++)
    {
      g_autofree char *other = coach_side_swapped (skeleton->dofs[i].name);
      int from = coach_skeleton_find_dof (skeleton, other);
      gboolean flips = from == (int) i
                       && (i < COACH_ROOT_LENGTHS ? i == 0 : skeleton->dofs[i].axis != 0);

      angles[i] = flips ? -before[from] : before[from];
    }
}

static int
mirrored_landmark (const CoachFigure *figure,
                   int                landmark)
{
  g_autofree char *name = NULL;

  if (landmark < 0)
    return landmark;
  name = coach_side_swapped (coach_figure_landmark (figure, landmark)->name);
  return coach_figure_find_landmark (figure, name);
}

static void
mirror_contact (const CoachFigure *figure,
                CoachContact      *contact)
{
  contact->landmark = mirrored_landmark (figure, contact->landmark);
  contact->on = mirrored_landmark (figure, contact->on);
  if (contact->segment >= 0)
    {
      g_autofree char *name
          = coach_side_swapped (figure->skeleton->segments[contact->segment].name);

      contact->segment = coach_skeleton_find_segment (figure->skeleton, name);
    }
  contact->at = coach_point_mirror (contact->at);
  contact->direction = coach_point_mirror (contact->direction);
  contact->to = coach_point_mirror (contact->to);
  for (guint i = 0; i < contact->n_wants; i++)
    {
      contact->wants_local[i] = coach_point_mirror (contact->wants_local[i]);
      contact->wants_to[i] = coach_point_mirror (contact->wants_to[i]);
    }
  if (contact->landmark >= 0)
    {
      g_autofree char *word = g_strndup (contact->label, strcspn (contact->label, " "));

      g_snprintf (contact->label, sizeof contact->label, "%s %s", word,
                  coach_figure_landmark (figure, contact->landmark)->name);
    }
}

/**
 * coach_pose_mirror:
 * @motion: the motion it belongs to
 * @pose: a pose
 *
 * Makes it the same pose of the other side. Props stay where they are.
 */
void
coach_pose_mirror (const CoachMotion *motion,
                   CoachPose         *pose)
{
  mirror_angles (motion->figure->skeleton, pose->angles);
  for (guint i = 0; i < pose->n_contacts; i++)
    mirror_contact (motion->figure, &pose->contacts[i]);
}
