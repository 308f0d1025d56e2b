#define G_LOG_DOMAIN "coach-studio"

#include "config.h"

#include "coach-take-private.h"

#include <string.h>

#define BETWEEN_ROUNDS 25

/**
 * coach_ease:
 * @ease: how a way is timed
 * @u: 0 to 1, how much of its time is over
 *
 * Returns: how much of the way is done
 */
double
coach_ease (CoachEase ease,
            double    u)
{
  switch (ease)
    {
    case COACH_EASE_SMOOTH:
      /* Minimum jerk: how a calm limb moves. */
      return u * u * u * (10.0 - 15.0 * u + 6.0 * u * u);
    case COACH_EASE_SINE:
      return 0.5 - 0.5 * cos (G_PI * u);
    case COACH_EASE_LINEAR:
      return u;
    case COACH_EASE_IN:
      return u * u;
    case COACH_EASE_OUT:
      return 1.0 - (1.0 - u) * (1.0 - u);
    }
  g_assert_not_reached ();
}

static double
key_end_s (const CoachTake *self,
           guint            index)
{
  return index + 1 < self->motion->keys->len ? coach_take_key (self, index + 1)->t_s
                                             : self->motion->duration_s;
}

static double
loop_time (const CoachTake *self,
           double           t_s)
{
  double t = fmod (t_s, self->motion->duration_s);

  return t < 0.0 ? t + self->motion->duration_s : t;
}

static guint
find_key (const CoachTake *self,
          double           t_s)
{
  guint found = 0;

  for (guint i = 0; i < self->motion->keys->len; i++)
    if (coach_take_key (self, i)->t_s <= t_s + 1e-9)
      found = i;
  return found;
}

/* A prop that keys move travels between those that do, eased like the key it leaves. */
static CoachPoint
prop_at (const CoachTake *self,
         guint            prop,
         double           t_s)
{
  guint n = self->motion->keys->len;
  guint now = find_key (self, t_s);
  guint from = now, to = now;
  double begin, end;

  for (guint i = 0; i < n && !coach_take_key (self, from)->moves_prop[prop]; i++)
    from = (from + n - 1) % n;
  if (!coach_take_key (self, from)->moves_prop[prop])
    return self->motion->props[prop].at;
  do
    to = coach_take_key_after (self, to);
  while (!coach_take_key (self, to)->moves_prop[prop]);
  begin = coach_take_key (self, from)->t_s - (from > now ? self->motion->duration_s : 0.0);
  end = coach_take_key (self, to)->t_s + (to <= now ? self->motion->duration_s : 0.0);
  return coach_point_mix (
      coach_take_key (self, from)->prop_at[prop], coach_take_key (self, to)->prop_at[prop],
      coach_ease (coach_take_key (self, from)->ease, (t_s - begin) / (end - begin)));
}

/**
 * coach_take_place_props:
 * @self: a take
 * @t_s: a moment in the loop
 * @props: (out) (array): where each prop is then
 *
 * Finds where the props are, but for those that are held.
 */
void
coach_take_place_props (const CoachTake *self,
                        double           t_s,
                        CoachPropState  *props)
{
  for (guint i = 0; i < self->motion->n_props; i++)
    {
      const CoachProp *prop = &self->motion->props[i];
      CoachPoint at = prop_at (self, i, t_s);

      props[i].place.turn = coach_turn_about (2, prop->yaw_deg);
      props[i].place.at = coach_point_add (at, coach_point (0, 0, prop->kind->radius));
      props[i].spin_deg
          = prop->kind->radius > 0.0 ? -at.y / prop->kind->radius / COACH_DEGREE : 0.0;
    }
}

/* What is held goes with the hand. */
static void
place_held_props (const CoachTake   *self,
                  const CoachStance *stance,
                  CoachPropState    *props)
{
  for (guint i = 0; i < self->motion->n_props; i++)
    {
      const CoachProp *prop = &self->motion->props[i];
      const CoachRigid *hand;
      CoachTurn x, y, z, turn;

      if (prop->holder < 0)
        continue;
      hand = &stance->segments[coach_figure_landmark (self->motion->figure, prop->holder)->segment];
      x = coach_turn_about (0, prop->hold_turn.x);
      y = coach_turn_about (1, prop->hold_turn.y);
      z = coach_turn_about (2, prop->hold_turn.z);
      turn = coach_turn_multiply (&z, &y);
      turn = coach_turn_multiply (&turn, &x);
      props[i].place.turn = coach_turn_multiply (&hand->turn, &turn);
      props[i].place.at
          = coach_point_add (coach_figure_landmark_at (self->motion->figure, stance, prop->holder),
                             coach_turn_apply (&hand->turn, prop->at));
      props[i].spin_deg = 0.0;
    }
}

/**
 * coach_take_new:
 * @motion: a motion that outlives the take
 *
 * Solves the keys of a motion.
 *
 * Returns: (transfer full): the take
 */
CoachTake *
coach_take_new (const CoachMotion *motion)
{
  CoachTake *self = g_new0 (CoachTake, 1);

  self->motion = motion;
  self->poser = coach_poser_new (motion->figure);
  self->solved = g_new0 (CoachSolvedKey, motion->keys->len);
  coach_take_solve_keys (self);
  return self;
}

/**
 * coach_take_free:
 * @self: (transfer full): a take
 */
void
coach_take_free (CoachTake *self)
{
  g_clear_pointer (&self->poser, coach_poser_free);
  g_clear_pointer (&self->solved, g_free);
  g_free (self);
}

/**
 * coach_take_motion:
 * @self: a take
 *
 * Returns: (transfer none): what it is a take of
 */
const CoachMotion *
coach_take_motion (const CoachTake *self)
{
  return self->motion;
}

/**
 * coach_take_poser:
 * @self: a take
 *
 * Returns: (transfer none): the solver
 */
const CoachPoser *
coach_take_poser (const CoachTake *self)
{
  return self->poser;
}

/**
 * coach_take_n_frames:
 * @self: a take
 *
 * Returns: how many pictures one loop has
 */
guint
coach_take_n_frames (const CoachTake *self)
{
  return (guint) lround (self->motion->duration_s * COACH_FRAMES_PER_SECOND);
}

/* The contacts that both keys hold, with their targets on the way from one to the other. */
static void
blend_contacts (const CoachTake *self,
                guint            from,
                guint            to,
                double           share,
                CoachSample     *sample)
{
  const CoachSolvedKey *a = &self->solved[from];
  const CoachSolvedKey *b = &self->solved[to];

  sample->n_contacts = 0;
  for (guint i = 0; i < a->n_contacts; i++)
    {
      const CoachContact *other
          = coach_contacts_find_same (b->contacts, b->n_contacts, &a->contacts[i]);
      CoachContact *contact = &sample->contacts[sample->n_contacts];

      if (other == NULL)
        continue;
      sample->n_contacts++;
      *contact = a->contacts[i];
      if (contact->kind == COACH_CONTACT_AIM || contact->kind == COACH_CONTACT_AT
          || contact->kind == COACH_CONTACT_ROLL)
        contact->to = coach_point_mix (contact->to, other->to, share);
      if (contact->kind == COACH_CONTACT_AT)
        contact->at = coach_point_mix (contact->at, other->at, share);
      contact->angle_deg += (other->angle_deg - contact->angle_deg) * share;
      for (guint w = 0; w < contact->n_wants; w++)
        contact->wants_to[w]
            = coach_point_unit (coach_point_mix (contact->wants_to[w], other->wants_to[w], share));
    }
}

/* The speed of an angle at a key: 0 where the motion stops; where it flows on, without overshoot.
 */
static double
speed_at_key (const CoachTake *self,
              guint            key,
              guint            dof)
{
  guint n = self->motion->keys->len;
  guint before = (key + n - 1) % n;
  guint after = coach_take_key_after (self, key);
  double in_s = key_end_s (self, before) - coach_take_key (self, before)->t_s;
  double out_s = key_end_s (self, key) - coach_take_key (self, key)->t_s;
  double in, out;

  if (!coach_take_key (self, key)->is_flowing)
    return 0.0;
  in = (self->solved[key].angles[dof] - self->solved[before].angles[dof]) / in_s;
  out = (self->solved[after].angles[dof] - self->solved[key].angles[dof]) / out_s;
  return in * out > 0.0 ? 2.0 * in * out / (in + out) : 0.0;
}

/* Where the angles would go if there were nothing to touch. Returns how far on the way that is. */
static double
hint_between (const CoachTake *self,
              guint            from,
              guint            to,
              double           u,
              double          *hint)
{
  gboolean flows = coach_take_key (self, from)->is_flowing || coach_take_key (self, to)->is_flowing;
  double length_s = key_end_s (self, from) - coach_take_key (self, from)->t_s;
  double share
      = flows ? u * u * (3.0 - 2.0 * u) : coach_ease (coach_take_key (self, from)->ease, u);

  for (guint d = 0; d < self->motion->figure->skeleton->n_dofs; d++)
    {
      double a = self->solved[from].angles[d];

      hint[d] = a + (self->solved[to].angles[d] - a) * share;
      if (flows)
        hint[d] += length_s
                   * (speed_at_key (self, from, d) * u * (1.0 - u) * (1.0 - u)
                      - speed_at_key (self, to, d) * u * u * (1.0 - u));
    }
  return share;
}

static void
strain_at_key (const CoachTake *self,
               guint            from,
               guint            to,
               gboolean         is_end,
               CoachStrain     *strain)
{
  g_autofree CoachSample *sample = g_new0 (CoachSample, 1);
  CoachTask task = { self->motion, NULL, sample->contacts, 0, sample->props, NULL };

  blend_contacts (self, from, to, is_end ? 1.0 : 0.0, sample);
  task.n_contacts = sample->n_contacts;
  coach_take_place_props (
      self, loop_time (self, is_end ? key_end_s (self, from) : coach_take_key (self, from)->t_s),
      sample->props);
  coach_poser_strain (self->poser, &task, &self->solved[is_end ? to : from].stance, strain);
}

static void
add_depth (CoachStrain *strain,
           guint        key,
           double       depth)
{
  for (guint i = 0; i < strain->n_overlaps; i++)
    if (strain->keys[i] == key)
      {
        strain->depths[i] += depth;
        return;
      }
  if (strain->n_overlaps == COACH_MAX_OVERLAPS)
    return;
  strain->keys[strain->n_overlaps] = key;
  strain->depths[strain->n_overlaps++] = depth;
}

/* A key is a compromise of hint, contacts and flesh. In-betweens aim for the blend of what both
 * keys came to, not for none, or every key would be a jump. */
static void
blend_strain (const CoachTake *self,
              guint            from,
              guint            to,
              double           share,
              CoachStrain     *blend)
{
  g_autofree CoachStrain *start = g_new0 (CoachStrain, 1);
  g_autofree CoachStrain *end = g_new0 (CoachStrain, 1);

  strain_at_key (self, from, to, FALSE, start);
  strain_at_key (self, from, to, TRUE, end);
  blend->n_rows = start->n_rows;
  for (guint i = 0; i < start->n_rows; i++)
    blend->rows[i] = start->rows[i] + (end->rows[i] - start->rows[i]) * share;
  for (guint i = 0; i < start->n_overlaps; i++)
    add_depth (blend, start->keys[i], start->depths[i] * (1.0 - share));
  for (guint i = 0; i < end->n_overlaps; i++)
    add_depth (blend, end->keys[i], end->depths[i] * share);
}

static gboolean
is_hold (const CoachTake *self,
         guint            from,
         guint            to)
{
  guint n = self->motion->figure->skeleton->n_dofs;

  for (guint i = 0; i < n; i++)
    if (fabs (self->solved[from].angles[i] - self->solved[to].angles[i]) > 1e-9)
      return FALSE;
  return coach_take_key (self, from)->pose == coach_take_key (self, to)->pose;
}

static void
solve_between (const CoachTake *self,
               guint            from,
               guint            to,
               double           u,
               CoachSample     *sample)
{
  g_autofree CoachStrain *bias = g_new0 (CoachStrain, 1);
  double hint[COACH_MAX_DOFS];
  double share = hint_between (self, from, to, u, hint);
  CoachTask task = { self->motion, hint, sample->contacts, 0, sample->props, bias };

  blend_contacts (self, from, to, share, sample);
  task.n_contacts = sample->n_contacts;
  if (is_hold (self, from, to))
    {
      memcpy (sample->angles, self->solved[from].angles, sizeof sample->angles);
      return;
    }
  blend_strain (self, from, to, share, bias);
  coach_poser_solve (self->poser, &task, BETWEEN_ROUNDS, sample->angles);
}

/**
 * coach_take_sample:
 * @self: a take
 * @t_s: a moment; the loop goes on for ever in both directions
 * @sample: (out): the body at that moment
 *
 * Solves one moment. It depends on nothing but the keys, so that moments may be asked for in any
 * order, and from several threads at once.
 */
void
coach_take_sample (const CoachTake *self,
                   double           t_s,
                   CoachSample     *sample)
{
  double t = loop_time (self, t_s);
  guint from = find_key (self, t);
  double u = (t - coach_take_key (self, from)->t_s)
             / (key_end_s (self, from) - coach_take_key (self, from)->t_s);

  sample->t_s = t;
  coach_take_place_props (self, t, sample->props);
  if (u < 1e-9)
    {
      memcpy (sample->angles, self->solved[from].angles, sizeof sample->angles);
      memcpy (sample->contacts, self->solved[from].contacts, sizeof sample->contacts);
      sample->n_contacts = self->solved[from].n_contacts;
    }
  else
    solve_between (self, from, coach_take_key_after (self, from), u, sample);
  coach_skeleton_stand (self->motion->figure->skeleton, sample->angles, &sample->stance);
  place_held_props (self, &sample->stance, sample->props);
}

/**
 * coach_take_glow:
 * @self: a take
 * @index: which of the motion's highlights
 * @t_s: a moment
 *
 * Gets how much a muscle is pointed at.
 *
 * Returns: 0 to 1
 */
double
coach_take_glow (const CoachTake *self,
                 guint            index,
                 double           t_s)
{
  const GArray *track = g_array_index (self->motion->glows, CoachGlow, index).track;
  double t = loop_time (self, t_s);
  guint from = 0;
  const CoachPoint *a, *b;
  double end;

  for (guint i = 0; i < track->len; i++)
    if (g_array_index (track, CoachPoint, i).x <= t + 1e-9)
      from = i;
  a = &g_array_index (track, CoachPoint, from);
  b = &g_array_index (track, CoachPoint, (from + 1) % track->len);
  end = from + 1 < track->len ? b->x : self->motion->duration_s;
  return a->y + (b->y - a->y) * coach_ease (COACH_EASE_SMOOTH, (t - a->x) / MAX (end - a->x, 1e-6));
}
