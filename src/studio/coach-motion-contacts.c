#define G_LOG_DOMAIN "coach-studio"

#include "config.h"

#include <string.h>

#include "coach-motion-private.h"

/* Contacts: what each member of an entry of "contacts" means. */

static int
read_landmark (CoachMotion *self,
               CoachReader *reader,
               const char  *member)
{
  const char *name = coach_reader_string (reader, member);
  int landmark = coach_figure_find_landmark (self->figure, name);

  if (landmark < 0)
    coach_reader_fail (reader, "there is no landmark \"%s\"", name);
  return MAX (landmark, 0);
}

static int
find_prop (CoachMotion *self,
           const char  *name)
{
  for (guint i = 0; i < self->n_props; i++)
    if (g_str_equal (self->props[i].name, name))
      return (int) i;
  return -1;
}

/* "chair.seat" is the top of the box seat of the prop chair; without it, the floor. */
static void
read_surface (CoachMotion  *self,
              CoachReader  *reader,
              CoachContact *contact)
{
  const char *name = coach_reader_string_or (reader, "surface", "floor");
  g_auto (GStrv) words = g_strsplit (name, ".", 2);

  contact->prop = -1;
  contact->face = (CoachFace) { { 0, 0, 1 }, { 0, 0, 0 }, { 1, 0, 0 }, { 0, 1, 0 }, 5.0, 5.0 };
  if (g_str_equal (name, "floor"))
    return;
  contact->prop = words[0] != NULL ? find_prop (self, words[0]) : -1;
  if (contact->prop < 0)
    coach_reader_fail (reader, "surface: there is no prop \"%s\"", words[0]);
  else if (words[1] == NULL
           || !coach_prop_kind_find_face (self->props[contact->prop].kind, words[1],
                                          &contact->face))
    coach_reader_fail (reader, "surface: the prop \"%s\" has no face \"%s\"", words[0],
                       words[1] != NULL ? words[1] : "");
}

static void
read_at (CoachReader  *reader,
         CoachContact *contact)
{
  double xyz[3] = { 0 };

  contact->kind = COACH_CONTACT_AT;
  coach_reader_allow (reader, "at", "pos", NULL);
  if (!coach_reader_enter (reader, "pos"))
    {
      coach_reader_fail (reader, "\"pos\" is missing");
      return;
    }
  if (coach_reader_length (reader) != 3)
    coach_reader_fail (reader, "must be a list of three numbers or nulls");
  for (guint i = 0; i < 3; i++)
    {
      coach_reader_enter_item (reader, i);
      contact->is_free[i] = coach_reader_value_is_null (reader);
      xyz[i] = contact->is_free[i] ? 0.0 : coach_reader_value_number (reader, -5.0, 5.0);
      coach_reader_leave (reader);
    }
  coach_reader_leave (reader);
  contact->at = coach_point (xyz[0], xyz[1], xyz[2]);
}

static void
read_touch (CoachMotion  *self,
            CoachReader  *reader,
            CoachContact *contact)
{
  gboolean is_grip = coach_reader_has (reader, "grip");

  contact->kind = is_grip ? COACH_CONTACT_GRIP : COACH_CONTACT_TOUCH;
  if (is_grip)
    coach_reader_allow (reader, "grip", "on", "along", NULL);
  else
    coach_reader_allow (reader, "touch", "on", NULL);
  contact->on = read_landmark (self, reader, "on");
  if (coach_point_length (coach_figure_landmark (self->figure, contact->on)->normal) < 0.5)
    coach_reader_fail (reader, "on: nothing can lie on this landmark, it has no normal");
  if (!is_grip)
    return;
  contact->wants_local[0] = coach_figure_landmark (self->figure, contact->landmark)->normal;
  contact->wants_to[0]
      = coach_point_scale (coach_figure_landmark (self->figure, contact->on)->normal, -1.0);
  contact->wants_local[1] = coach_point (0, 0, -1);
  contact->wants_to[1] = coach_reader_point_or (reader, "along", 10.0, coach_point (0, 0, 0));
  contact->n_wants = coach_point_length (contact->wants_to[1]) > 0.0 ? 2 : 1;
  contact->wants_to[1] = coach_point_unit (contact->wants_to[1]);
}

static void
read_roll (CoachMotion  *self,
           CoachReader  *reader,
           CoachContact *contact)
{
  const char *name = coach_reader_string (reader, "prop");

  contact->kind = COACH_CONTACT_ROLL;
  coach_reader_allow (reader, "roll", "prop", "angle", "from", NULL);
  contact->prop = find_prop (self, name);
  contact->angle_deg = coach_reader_number_or (reader, "angle", -180.0, 180.0, 0.0);
  contact->to = coach_reader_point_or (reader, "from", 10.0, coach_point (0, 0, 0));
  if (contact->prop < 0)
    coach_reader_fail (reader, "there is no prop \"%s\"", name);
  else if (self->props[contact->prop].kind->radius <= 0.0)
    coach_reader_fail (reader, "the prop \"%s\" is neither roller nor ball", name);
}

static void
read_aim (CoachMotion  *self,
          CoachReader  *reader,
          CoachContact *contact)
{
  const char *name = coach_reader_string (reader, "aim");

  contact->kind = COACH_CONTACT_AIM;
  coach_reader_allow (reader, "aim", "dir", "to", "weight", NULL);
  contact->segment = coach_skeleton_find_segment (self->figure->skeleton, name);
  if (contact->segment < 0)
    coach_reader_fail (reader, "there is no segment \"%s\"", name);
  contact->direction
      = coach_point_unit (coach_reader_point_or (reader, "dir", 10.0, coach_point (0, 0, -1)));
  contact->to = coach_reader_point (reader, "to", 10.0);
  if (coach_point_length (contact->to) < 1e-6)
    coach_reader_fail (reader, "to must not be 0");
  contact->to = coach_point_unit (contact->to);
  contact->weight = coach_reader_number_or (reader, "weight", 0.1, 40.0, 4.0);
}

static CoachContact
blank_contact (const char *word)
{
  CoachContact contact = { .landmark = -1, .on = -1, .segment = -1, .prop = -1 };

  g_strlcpy (contact.label, word, sizeof contact.label);
  return contact;
}

static void
add_contact (CoachReader        *reader,
             CoachPose          *pose,
             const CoachContact *contact)
{
  if (pose->n_contacts == COACH_MAX_CONTACTS)
    coach_reader_fail (reader, "a pose has at most %d contacts", COACH_MAX_CONTACTS);
  else
    pose->contacts[pose->n_contacts++] = *contact;
}

static void
add_surface (CoachMotion *self,
             CoachReader *reader,
             CoachPose   *pose,
             CoachContact contact,
             const char  *landmark,
             gboolean     is_pinned)
{
  contact.kind = COACH_CONTACT_SURFACE;
  contact.is_pinned = is_pinned;
  contact.landmark = coach_figure_find_landmark (self->figure, landmark);
  g_snprintf (contact.label, sizeof contact.label, "%s %s", is_pinned ? "plant" : "floor",
              landmark);
  if (contact.landmark < 0)
    coach_reader_fail (reader, "there is no landmark \"%s\"", landmark);
  else
    add_contact (reader, pose, &contact);
}

/* A flat sole or palm: a pinned point, and the direction that keeps the rest of it down. */
static void
read_flat (CoachMotion *self,
           CoachReader *reader,
           CoachPose   *pose,
           const char  *word)
{
  gboolean is_sole = g_str_equal (word, "sole");
  const char *side = coach_reader_string (reader, word);
  CoachContact contact = blank_contact (word);
  g_autofree char *pinned = g_strconcat (is_sole ? "heel_" : "palm_", side, NULL);
  g_autofree char *ball = g_strconcat ("ball_", side, NULL);
  g_autofree char *segment = g_strconcat (is_sole ? "foot_" : "hand_", side, NULL);
  CoachContact aim = blank_contact (segment);

  coach_reader_allow (reader, word, "surface", "weight", NULL);
  if (!g_str_equal (side, "L") && !g_str_equal (side, "R"))
    {
      coach_reader_fail (reader, "%s must be L or R", word);
      return;
    }
  read_surface (self, reader, &contact);
  add_surface (self, reader, pose, contact, pinned, TRUE);
  if (is_sole)
    add_surface (self, reader, pose, contact, ball, FALSE);
  aim.kind = COACH_CONTACT_AIM;
  aim.segment = coach_skeleton_find_segment (self->figure->skeleton, segment);
  aim.direction = is_sole ? coach_point (0, 0, -1) : coach_point (side[0] == 'R' ? -1 : 1, 0, 0);
  aim.to = coach_point_scale (contact.face.normal, -1.0);
  if (contact.prop >= 0)
    {
      CoachTurn yaw = coach_turn_about (2, self->props[contact.prop].yaw_deg);

      aim.to = coach_turn_apply (&yaw, aim.to);
    }
  aim.weight = coach_reader_number_or (reader, "weight", 0.1, 40.0, 6.0);
  add_contact (reader, pose, &aim);
}

static void
read_contact (CoachMotion *self,
              CoachReader *reader,
              CoachPose   *pose)
{
  static const char *const words[]
      = { "floor", "plant", "at", "touch", "grip", "roll", "aim", "sole", "palm", NULL };
  const char *word = NULL;
  CoachContact contact;

  for (guint i = 0; words[i] != NULL && word == NULL; i++)
    word = coach_reader_has (reader, words[i]) ? words[i] : NULL;
  if (word == NULL)
    {
      coach_reader_fail (reader,
                         "must have floor, plant, sole, palm, at, touch, grip, roll or aim");
      return;
    }
  contact = blank_contact (word);
  g_snprintf (contact.label, sizeof contact.label, "%s %s", word,
              coach_reader_string (reader, word));
  if (g_str_equal (word, "sole") || g_str_equal (word, "palm"))
    {
      read_flat (self, reader, pose, word);
      return;
    }
  if (g_str_equal (word, "floor") || g_str_equal (word, "plant"))
    {
      coach_reader_allow (reader, word, "surface", NULL);
      read_surface (self, reader, &contact);
      add_surface (self, reader, pose, contact, coach_reader_string (reader, word), word[0] == 'p');
      return;
    }
  if (!g_str_equal (word, "aim"))
    contact.landmark = read_landmark (self, reader, word);
  if (g_str_equal (word, "at"))
    read_at (reader, &contact);
  else if (g_str_equal (word, "roll"))
    read_roll (self, reader, &contact);
  else if (g_str_equal (word, "aim"))
    read_aim (self, reader, &contact);
  else
    read_touch (self, reader, &contact);
  add_contact (reader, pose, &contact);
}

/**
 * coach_motion_read_contacts:
 * @self: a motion whose props are known
 * @reader: a walk, at a list of contacts
 * @pose: whose contacts they become
 *
 * Reads what a position asks of the body, beside its angles.
 */
void
coach_motion_read_contacts (CoachMotion *self,
                            CoachReader *reader,
                            CoachPose   *pose)
{
  for (guint i = 0; i < coach_reader_length (reader); i++)
    {
      coach_reader_enter_item (reader, i);
      read_contact (self, reader, pose);
      coach_reader_leave (reader);
    }
}

/**
 * coach_contact_is_same:
 * @a: a contact of one key
 * @b: a contact of another
 *
 * Tells whether two keys speak of the same contact, perhaps with another target, so that it holds
 * on the way between them.
 *
 * Returns: whether they do
 */
gboolean
coach_contact_is_same (const CoachContact *a,
                       const CoachContact *b)
{
  if (a->kind != b->kind || a->landmark != b->landmark || a->on != b->on || a->segment != b->segment
      || a->prop != b->prop || a->is_pinned != b->is_pinned)
    return FALSE;
  if (a->kind == COACH_CONTACT_SURFACE)
    return coach_point_distance (a->face.middle, b->face.middle) < 1e-6;
  return a->kind != COACH_CONTACT_AIM || coach_point_distance (a->direction, b->direction) < 1e-6;
}
