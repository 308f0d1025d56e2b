#define G_LOG_DOMAIN "coach-studio"

#include "config.h"

#include <string.h>

#include "coach-take-private.h"

#define KEY_ROUNDS 200

/**
 * coach_contacts_find_same:
 * @contacts: (array length=n): contacts of one key
 * @n: how many those are
 * @like: a contact of another key
 *
 * Returns: (transfer none) (nullable): the one among them that is the same contact
 */
const CoachContact *
coach_contacts_find_same (const CoachContact *contacts,
                          guint               n,
                          const CoachContact *like)
{
  for (guint i = 0; i < n; i++)
    if (coach_contact_is_same (&contacts[i], like))
      return &contacts[i];
  return NULL;
}

static void
solve_key (CoachTake *self,
           guint      index)
{
  const CoachPose *pose
      = &g_array_index (self->motion->poses, CoachPose, coach_take_key (self, index)->pose);
  CoachSolvedKey *solved = &self->solved[index];
  CoachPropState props[COACH_MAX_PROPS];
  CoachTask task
      = { self->motion, pose->angles, solved->contacts, solved->n_contacts, props, NULL };

  coach_take_place_props (self, coach_take_key (self, index)->t_s, props);
  coach_poser_solve (self->poser, &task, KEY_ROUNDS, solved->angles);
  coach_skeleton_stand (self->motion->figure->skeleton, solved->angles, &solved->stance);
}

/* A planted point stays where the run of keys that hold it began. */
static void
inherit_pins (CoachTake *self,
              guint      index)
{
  const CoachSolvedKey *before = index > 0 ? &self->solved[index - 1] : NULL;
  CoachSolvedKey *solved = &self->solved[index];

  for (guint i = 0; i < solved->n_contacts; i++)
    {
      CoachContact *contact = &solved->contacts[i];
      const CoachContact *same
          = before != NULL
                ? coach_contacts_find_same (before->contacts, before->n_contacts, contact)
                : NULL;

      if (!contact->is_pinned || same == NULL || !same->has_pin)
        continue;
      contact->has_pin = TRUE;
      contact->at = same->at;
    }
}

static void
drop_pins (CoachTake *self,
           guint      index)
{
  CoachSolvedKey *solved = &self->solved[index];
  CoachPropState props[COACH_MAX_PROPS];

  coach_take_place_props (self, coach_take_key (self, index)->t_s, props);
  for (guint i = 0; i < solved->n_contacts; i++)
    {
      CoachContact *contact = &solved->contacts[i];
      CoachContactRows rows;
      CoachPoint normal = contact->face.normal;

      if (!contact->is_pinned || contact->has_pin)
        continue;
      if (contact->prop >= 0)
        normal = coach_turn_apply (&props[contact->prop].place.turn, normal);
      coach_contact_rows (self->motion, contact, &solved->stance, props, &rows);
      contact->at
          = coach_figure_landmark_at (self->motion->figure, &solved->stance, contact->landmark);
      contact->at
          = coach_point_subtract (contact->at, coach_point_scale (normal, rows.residual[0]));
      contact->has_pin = TRUE;
    }
}

/* The same pose over the same props and pins is the same solution: no drift between keys. */
static const CoachSolvedKey *
find_twin (const CoachTake *self,
           guint            index)
{
  const CoachKey *key = coach_take_key (self, index);
  const CoachSolvedKey *solved = &self->solved[index];

  for (guint i = 0; i < index; i++)
    {
      const CoachKey *other = coach_take_key (self, i);
      gboolean is_twin = other->pose == key->pose
                         && memcmp (other->moves_prop, key->moves_prop, sizeof key->moves_prop) == 0
                         && memcmp (other->prop_at, key->prop_at, sizeof key->prop_at) == 0;

      for (guint c = 0; is_twin && c < solved->n_contacts; c++)
        is_twin = !solved->contacts[c].has_pin
                  || coach_point_distance (solved->contacts[c].at, self->solved[i].contacts[c].at)
                         < 1e-6;
      if (is_twin)
        return &self->solved[i];
    }
  return NULL;
}

/* A run of keys that hold a planted point may go over the loop's end: then the last keys have to
 * come back to where the first one planted it. */
static void
close_runs (CoachTake *self)
{
  const CoachSolvedKey *first = &self->solved[0];

  for (guint i = self->motion->keys->len - 1; i > 0; i--)
    {
      CoachSolvedKey *solved = &self->solved[i];
      const CoachSolvedKey *after = &self->solved[coach_take_key_after (self, i)];
      gboolean is_held = FALSE, is_moved = FALSE;

      for (guint c = 0; c < solved->n_contacts; c++)
        {
          CoachContact *contact = &solved->contacts[c];
          const CoachContact *same
              = coach_contacts_find_same (after->contacts, after->n_contacts, contact);
          const CoachContact *start
              = coach_contacts_find_same (first->contacts, first->n_contacts, contact);

          if (!contact->has_pin || same == NULL || start == NULL
              || coach_point_distance (same->at, start->at) > 1e-9)
            continue;
          is_held = TRUE;
          is_moved = is_moved || coach_point_distance (contact->at, start->at) > 1e-9;
          contact->at = start->at;
        }
      if (is_moved)
        solve_key (self, i);
      if (!is_held)
        break;
    }
}

/* What soft contacts came to: in-betweens keep to that, so that nothing jumps. */
static void
note_achieved (CoachTake      *self,
               CoachSolvedKey *solved)
{
  for (guint c = 0; c < solved->n_contacts; c++)
    {
      CoachContact *contact = &solved->contacts[c];

      if (contact->kind == COACH_CONTACT_AIM)
        contact->to = coach_turn_apply (&solved->stance.segments[contact->segment].turn,
                                        contact->direction);
      for (guint i = 0; i < contact->n_wants; i++)
        {
          const CoachFigure *figure = self->motion->figure;
          const CoachRigid *hand
              = &solved->stance
                     .segments[coach_figure_landmark (figure, contact->landmark)->segment];
          const CoachRigid *held
              = &solved->stance.segments[coach_figure_landmark (figure, contact->on)->segment];
          CoachPoint is = coach_turn_apply (&hand->turn, contact->wants_local[i]);

          contact->wants_to[i] = coach_turn_undo (&held->turn, is);
        }
    }
}

/**
 * coach_take_solve_keys:
 * @self: a take whose motion is set
 *
 * Solves every key, so that what is planted stays where it was planted, also over the loop's end.
 */
void
coach_take_solve_keys (CoachTake *self)
{
  for (guint i = 0; i < self->motion->keys->len; i++)
    {
      const CoachPose *pose
          = &g_array_index (self->motion->poses, CoachPose, coach_take_key (self, i)->pose);
      CoachSolvedKey *solved = &self->solved[i];
      const CoachSolvedKey *twin;

      solved->n_contacts = pose->n_contacts;
      memcpy (solved->contacts, pose->contacts, sizeof solved->contacts);
      inherit_pins (self, i);
      twin = find_twin (self, i);
      if (twin != NULL)
        *solved = *twin;
      else
        solve_key (self, i);
      drop_pins (self, i);
    }
  close_runs (self);
  for (guint i = 0; i < self->motion->keys->len; i++)
    note_achieved (self, &self->solved[i]);
}
