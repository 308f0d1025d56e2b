#define G_LOG_DOMAIN "coach-studio"

#include "config.h"

#include "coach-scene.h"

#include <string.h>

/* A breath goes in steps of a half millimetre, so that most pictures of a hold are equal and drawn
 * once. */
#define BREATH_STEP 0.0005
/* What is less than this away looks the same: a sixth of a pixel, metres. */
#define UNSEEN .00025f
/* Skin that is this near begins to give way, metres. */
#define TOUCH .01f
/* Presses between the same two parts that are nearer are the same one, metres. */
#define SAME_PRESS .01f
/* A press that is so much weaker looks the same: flesh swells by nine millimetres at most. */
#define UNSEEN_PRESS (UNSEEN / .009f)
/* The furthest that a segment's skin is from its joint, metres. */
#define SEGMENT_REACH .5f

static CoachDrawnShape
prepare_cone (const CoachShape *shape)
{
  CoachDrawnShape drawn = { .kind = COACH_SHAPE_CONE, .a = vec_from_point (shape->a) };
  CoachVector squash = vec_from_point (shape->squash);

  drawn.s = vec (1.f / squash.x, 1.f / squash.y, 1.f / squash.z);
  drawn.b = vec_times (vec_sub (vec_from_point (shape->b), drawn.a), drawn.s);
  drawn.radius_a = (float) shape->radius_a;
  drawn.radius_b = (float) shape->radius_b;
  drawn.length2 = vec_dot (drawn.b, drawn.b);
  drawn.taper = drawn.radius_a - drawn.radius_b;
  drawn.side2 = drawn.length2 - drawn.taper * drawn.taper;
  drawn.per_length2 = 1.f / drawn.length2;
  drawn.smallest = fminf (squash.x, fminf (squash.y, squash.z));
  return drawn;
}

static CoachDrawnShape
prepare_shape (const CoachShape *shape)
{
  CoachDrawnShape drawn = { .kind = shape->kind, .a = vec_from_point (shape->a) };
  CoachTurn tilt = coach_shape_turn (shape);

  if (shape->kind == COACH_SHAPE_CONE)
    return prepare_cone (shape);
  drawn.b = vec_from_point (shape->half);
  drawn.radius_a = (float) shape->radius_a;
  drawn.radius_b = (float) shape->round;
  drawn.is_tilted = coach_point_length (shape->tilt) > 0.0;
  for (int i = 0; i < 9; i++)
    drawn.tilt[i] = (float) tilt.m[i];
  if (shape->kind == COACH_SHAPE_ELLIPSOID)
    drawn.s = vec (1.f / drawn.b.x, 1.f / drawn.b.y, 1.f / drawn.b.z);
  else
    drawn.s = vec_from_point (shape->groove);
  return drawn;
}

static void
shape_bounds (const CoachDrawnShape *shape,
              CoachVector           *low,
              CoachVector           *high)
{
  CoachVector around = shape->b;
  CoachVector end = shape->a;

  if (shape->kind == COACH_SHAPE_CONE)
    {
      float r = fmaxf (shape->radius_a, shape->radius_b);

      end = vec_add (shape->a, vec (shape->b.x / shape->s.x, shape->b.y / shape->s.y,
                                    shape->b.z / shape->s.z));
      around = vec (r / shape->s.x, r / shape->s.y, r / shape->s.z);
    }
  else if (shape->kind == COACH_SHAPE_CYLINDER)
    around = vec (shape->b.x, shape->radius_a, shape->radius_a);
  else if (shape->is_tilted)
    {
      float r = vec_len (shape->b);

      around = vec (r, r, r);
    }
  *low = vec_sub (vec_min (shape->a, end), around);
  *high = vec_add (vec_max (shape->a, end), around);
}

static void
bound_part (CoachPart *part)
{
  CoachVector low = vec (1e9f, 1e9f, 1e9f);
  CoachVector high = vec (-1e9f, -1e9f, -1e9f);

  for (guint i = 0; i < part->n_shapes; i++)
    {
      CoachVector l, h;

      shape_bounds (&part->shapes[i], &l, &h);
      low = vec_min (low, l);
      high = vec_max (high, h);
    }
  part->middle = vec_mul (vec_add (low, high), .5f);
  part->half = vec_mul (vec_sub (high, low), .5f);
  part->radius = vec_len (part->half) + .018f;
}

static CoachDrawnCloth
prepare_cloth (const CoachCloth *cloth)
{
  CoachDrawnCloth drawn = { (guint8) cloth->material, (guint8) cloth->segment, cloth->has_trim,
                            (float) cloth->thickness, cloth->n_planes };

  for (guint i = 0; i < cloth->n_planes; i++)
    {
      drawn.normals[i] = vec_from_point (cloth->normals[i]);
      drawn.limits[i] = (float) cloth->limits[i];
    }
  drawn.ball = vec_from_point (cloth->ball);
  drawn.ball_radius = (float) cloth->ball_radius;
  return drawn;
}

static int
find_group (const CoachFigure *figure,
            const char        *name)
{
  for (guint i = 0; i < figure->groups->len; i++)
    if (g_str_equal (g_array_index (figure->groups, CoachGroup, i).name, name))
      return (int) i;
  return -1;
}

static void
add_group (CoachScene       *self,
           const CoachGroup *group,
           guint             cluster,
           double            melt)
{
  CoachPart *part = &self->parts[self->n_parts++];

  part->frame = (guint8) group->segment;
  part->material = (guint8) group->material;
  part->cluster = (guint8) cluster;
  part->softness = (float) group->softness;
  part->flesh = (float) group->flesh;
  part->melt = (float) melt;
  part->n_shapes = group->n_shapes;
  part->n_cloths = group->n_cloths;
  for (guint i = 0; i < group->n_shapes; i++)
    part->shapes[i] = prepare_shape (&group->shapes[i]);
  for (guint i = 0; i < group->n_cloths; i++)
    part->cloths[i] = prepare_cloth (&group->cloths[i]);
  bound_part (part);
}

/* The groups of a cluster come first and in its order, since each melts into those before it. */
static void
add_groups (CoachScene        *self,
            const CoachFigure *figure,
            int               *part_of_group)
{
  guint cluster = 0;

  for (guint i = 0; i < figure->groups->len; i++)
    part_of_group[i] = -1;
  for (guint i = 0; i < figure->clusters->len; i++)
    {
      const CoachMelt *melt = &g_array_index (figure->clusters, CoachMelt, i);
      int group = find_group (figure, melt->a);

      if (group < 0 || part_of_group[group] >= 0)
        continue;
      if (melt->softness == 0.0)
        cluster = self->n_parts;
      part_of_group[group] = (int) self->n_parts;
      add_group (self, &g_array_index (figure->groups, CoachGroup, group), cluster, melt->softness);
    }
  for (guint i = 0; i < figure->groups->len; i++)
    {
      if (part_of_group[i] >= 0)
        continue;
      part_of_group[i] = (int) self->n_parts;
      add_group (self, &g_array_index (figure->groups, CoachGroup, i), self->n_parts, 0.0);
    }
}

static void
add_blends (CoachScene        *self,
            const CoachFigure *figure,
            const int         *part_of_group)
{
  for (guint i = 0; i < figure->pairs->len && self->n_blends < COACH_MAX_BLENDS; i++)
    {
      const CoachMelt *melt = &g_array_index (figure->pairs, CoachMelt, i);
      int a = find_group (figure, melt->a);
      int b = find_group (figure, melt->b);

      if (a >= 0 && b >= 0)
        self->blends[self->n_blends++] = (CoachBlend) { self->parts[part_of_group[a]].cluster,
                                                        self->parts[part_of_group[b]].cluster,
                                                        (float) melt->softness };
    }
}

static void
find_reaches (CoachScene *self)
{
  for (guint p = 0; p < self->n_parts; p++)
    {
      CoachPart *part = &self->parts[p];

      part->reach = part->melt;
      for (guint i = 0; i < self->n_blends; i++)
        if (self->blends[i].a == part->cluster || self->blends[i].b == part->cluster)
          part->reach = fmaxf (part->reach, self->blends[i].softness);
      for (guint i = 0; i < self->n_parts; i++)
        if (self->parts[i].cluster == part->cluster)
          part->reach = fmaxf (part->reach, self->parts[i].melt);
    }
}

static void
add_props (CoachScene        *self,
           const CoachMotion *motion,
           guint              first_material)
{
  for (guint i = 0; i < motion->n_props; i++)
    for (guint p = 0; p < motion->props[i].kind->n_parts; p++)
      {
        const CoachPropPart *thing = &motion->props[i].kind->parts[p];
        CoachPart *part = &self->parts[self->n_parts];

        if (self->n_parts == COACH_MAX_PARTS)
          return;
        part->frame = (guint8) (self->n_segments + i);
        part->material = (guint8) (first_material + (guint) thing->material);
        part->cluster = (guint8) self->n_parts++;
        part->n_shapes = thing->n_shapes;
        for (guint s = 0; s < thing->n_shapes; s++)
          part->shapes[s] = prepare_shape (&thing->shapes[s]);
        bound_part (part);
      }
}

static void
add_surfaces (CoachScene   *self,
              const GArray *materials)
{
  for (guint i = 0; i < materials->len && self->n_surfaces < COACH_MAX_MATERIALS; i++)
    {
      const CoachMaterial *m = &g_array_index (materials, CoachMaterial, i);

      self->surfaces[self->n_surfaces++]
          = (CoachSurface){ vec_from_point (m->colour), (float) m->specular, (float) m->gloss,
                            (float) m->warmth,          (float) m->sheen,    (float) m->tone };
    }
}

/**
 * coach_scene_new:
 * @motion: a motion
 * @box: the kinds of props
 *
 * Prepares what all pictures of a motion have in common.
 *
 * Returns: (transfer full) (nullable): the scene, freed with g_free()
 * Throws: [error@StudioError] when the body has too many parts
 */
CoachScene *
coach_scene_new (const CoachMotion  *motion,
                 const CoachPropBox *box,
                 GError            **error)
{
  g_autofree CoachScene *self = g_new0 (CoachScene, 1);
  const CoachFigure *figure = motion->figure;
  int part_of_group[COACH_MAX_PARTS];

  if (figure->groups->len > COACH_MAX_PARTS - COACH_MAX_PROPS * COACH_MAX_PROP_PARTS
      || figure->materials->len + box->materials->len > COACH_MAX_MATERIALS)
    {
      g_set_error (error, COACH_STUDIO_ERROR, COACH_STUDIO_ERROR_RENDER,
                   "%s.json: groups: there are too many to draw", motion->body);
      return NULL;
    }
  self->n_segments = figure->skeleton->n_segments;
  add_surfaces (self, figure->materials);
  add_surfaces (self, box->materials);
  add_groups (self, figure, part_of_group);
  add_blends (self, figure, part_of_group);
  add_props (self, motion, figure->materials->len);
  find_reaches (self);
  return g_steal_pointer (&self);
}

/* A muscle is seen through the segments that it lies in, not through an arm in front of them. */
static guint64
segments_around (const CoachSkeleton *skeleton,
                 const CoachMuscle   *muscle)
{
  const int ends[2] = { muscle->segment_a, muscle->segment_b };
  guint64 up[2] = { 0, 0 };
  guint64 around = 0;

  for (int i = 0; i < 2; i++)
    {
      int parent = skeleton->segments[ends[i]].parent;

      around |= (guint64) 1 << ends[i];
      if (parent >= 0)
        around |= (guint64) 1 << parent;
      for (int s = ends[i]; s >= 0; s = skeleton->segments[s].parent)
        up[i] |= (guint64) 1 << s;
    }
  /* And those between its ends. */
  return around | (up[0] ^ up[1]);
}

static void
add_bellies (const CoachTake   *take,
             const CoachSample *sample,
             CoachShot         *shot)
{
  const CoachMotion *motion = coach_take_motion (take);

  for (guint i = 0; i < motion->glows->len && shot->n_bellies < COACH_MAX_GLOWS; i++)
    {
      int index = g_array_index (motion->glows, CoachGlow, i).muscle;
      const CoachMuscle *muscle = &g_array_index (motion->figure->muscles, CoachMuscle, index);
      CoachBelly *belly = &shot->bellies[shot->n_bellies++];

      belly->a = vec_from_point (
          coach_rigid_apply (&sample->stance.segments[muscle->segment_a], muscle->a));
      belly->b = vec_from_point (
          coach_rigid_apply (&sample->stance.segments[muscle->segment_b], muscle->b));
      belly->colour = vec_from_point (muscle->colour);
      belly->radius = (float) muscle->radius;
      belly->shines_through = segments_around (motion->figure->skeleton, muscle);
      belly->amount = (float) (round (coach_take_glow (take, i, sample->t_s) * 200.0) / 200.0);
    }
}

/* What touches, or nearly does: flesh begins to give before the skin is in the same place, and
 * gives all that it can when it is, so that nothing swells from one picture to the next. */
static void
add_presses (const CoachTake   *take,
             const CoachSample *sample,
             CoachShot         *shot)
{
  CoachOverlap overlaps[COACH_MAX_OVERLAPS];
  guint n = coach_poser_overlaps (coach_take_poser (take), coach_take_motion (take),
                                  &sample->stance, sample->props, -TOUCH, overlaps);

  for (guint i = 0; i < n && shot->n_presses < COACH_MAX_PRESSES; i++)
    {
      CoachPress *press = &shot->presses[shot->n_presses];
      CoachPoint middle = coach_point_mix (overlaps[i].at_a, overlaps[i].at_b, 0.5);

      if (overlaps[i].kind == COACH_OVERLAP_FLOOR)
        continue;
      if (overlaps[i].kind == COACH_OVERLAP_PROP)
        middle = overlaps[i].at_b;
      press->frame_a = overlaps[i].segment_a;
      press->frame_b = overlaps[i].segment_b;
      press->at = vec_from_point (middle);
      press->normal = vec_from_point (overlaps[i].way_out);
      press->amount = soft_step (0.f, TOUCH, (float) overlaps[i].depth);
      shot->n_presses++;
    }
}

static void
add_breath (const CoachBreath *breath,
            double             t_s,
            CoachShot         *shot)
{
  double t, depth;

  if (breath->period_s <= 0.0)
    return;
  t = fmod (t_s, breath->period_s);
  depth = t < breath->in_s
              ? 0.5 - 0.5 * cos (G_PI * t / breath->in_s)
              : 0.5 + 0.5 * cos (G_PI * (t - breath->in_s) / (breath->period_s - breath->in_s));
  shot->belly_rise = (float) (BREATH_STEP * round (breath->belly / BREATH_STEP * depth));
  shot->chest_rise = (float) (BREATH_STEP * round (breath->chest / BREATH_STEP * depth));
}

/* A fraction of a thousandth of a millimetre is noise of the solver, not another picture. */
static CoachRigid
without_noise (const CoachRigid *rigid)
{
  CoachRigid clean = *rigid;

  for (int i = 0; i < 9; i++)
    clean.turn.m[i] = round (clean.turn.m[i] * 1e6) / 1e6;
  clean.at.x = round (clean.at.x * 1e6) / 1e6;
  clean.at.y = round (clean.at.y * 1e6) / 1e6;
  clean.at.z = round (clean.at.z * 1e6) / 1e6;
  return clean;
}

/**
 * coach_scene_shot:
 * @take: a take
 * @sample: a moment of it
 * @shot: (out): the picture of that moment
 *
 * Prepares one picture.
 */
void
coach_scene_shot (const CoachTake   *take,
                  const CoachSample *sample,
                  CoachShot         *shot)
{
  const CoachMotion *motion = coach_take_motion (take);
  guint n = motion->figure->skeleton->n_segments;

  memset (shot, 0, sizeof *shot);
  for (guint i = 0; i < n; i++)
    {
      CoachRigid clean = without_noise (&sample->stance.segments[i]);

      shot->frames[i] = frame_from_rigid (&clean);
    }
  for (guint i = 0; i < motion->n_props; i++)
    {
      CoachRigid clean = sample->props[i].place;
      CoachTurn spin = coach_turn_about (0, sample->props[i].spin_deg);

      clean.turn = coach_turn_multiply (&clean.turn, &spin);
      clean = without_noise (&clean);
      shot->frames[n + i] = frame_from_rigid (&clean);
    }
  add_bellies (take, sample, shot);
  add_presses (take, sample, shot);
  add_breath (&motion->breath, sample->t_s, shot);
  shot->eye = vec_from_point (motion->camera.eye);
  shot->at = vec_from_point (motion->camera.at);
  shot->light = vec_unit (vec_from_point (motion->camera.light));
  shot->zoom = (float) tan (motion->camera.fov_deg * COACH_DEGREE * 0.5);
}

static gboolean
is_same_place (const CoachFrameOfReference *a,
               const CoachFrameOfReference *b)
{
  CoachVector off = vec_sub (a->at, b->at);

  if (vec_dot (off, off) > UNSEEN * UNSEEN)
    return FALSE;
  for (int i = 0; i < 9; i++)
    if (fabsf (a->m[i] - b->m[i]) * SEGMENT_REACH > UNSEEN)
      return FALSE;
  return TRUE;
}

/* How much a picture has of a press of another one. */
static float
find_press_amount (const CoachShot  *shot,
                   const CoachPress *like)
{
  float amount = 0.f;

  for (guint i = 0; i < shot->n_presses; i++)
    {
      const CoachPress *press = &shot->presses[i];

      if (press->frame_a == like->frame_a && press->frame_b == like->frame_b
          && vec_len (vec_sub (press->at, like->at)) < SAME_PRESS)
        amount = fmaxf (amount, press->amount);
    }
  return amount;
}

static gboolean
has_presses_of (const CoachShot *shot,
                const CoachShot *other)
{
  for (guint i = 0; i < other->n_presses; i++)
    if (other->presses[i].amount - find_press_amount (shot, &other->presses[i]) > UNSEEN_PRESS)
      return FALSE;
  return TRUE;
}

/**
 * coach_shot_is_like:
 * @a: a picture
 * @b: another one of the same motion
 *
 * Finds out whether nobody could tell two pictures apart: nothing is further away than a sixth of
 * a pixel, flesh swells the same, and the muscles shine the same.
 *
 * Returns: whether one can stand for the other
 */
gboolean
coach_shot_is_like (const CoachShot *a,
                    const CoachShot *b)
{
  if (a->n_bellies != b->n_bellies || a->belly_rise != b->belly_rise
      || a->chest_rise != b->chest_rise)
    return FALSE;
  for (guint i = 0; i < a->n_bellies; i++)
    if (fabsf (a->bellies[i].amount - b->bellies[i].amount) > .006f)
      return FALSE;
  for (guint i = 0; i < COACH_MAX_FRAMES; i++)
    if (!is_same_place (&a->frames[i], &b->frames[i]))
      return FALSE;
  return has_presses_of (a, b) && has_presses_of (b, a);
}
