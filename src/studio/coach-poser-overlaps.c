#define G_LOG_DOMAIN "coach-studio"

#include "config.h"

#include <string.h>

#include "coach-poser-private.h"

/* A prop presses a little way into the skin before it pushes the body away, metres. */
#define PROP_SLACK 0.006
#define BOX_SAMPLES 7

typedef struct
{
  const CoachFigure *figure;
  double             slack;
  double             prop_slack;
  CoachPoint         a[COACH_MAX_CAPSULES];
  CoachPoint         b[COACH_MAX_CAPSULES];
  CoachOverlap      *found;
  guint              n_found;
} Search;

static const CoachCapsule *
capsule (const Search *search,
         guint         index)
{
  return &g_array_index (search->figure->capsules, CoachCapsule, index);
}

static void
found (Search      *search,
       CoachOverlap overlap)
{
  if (overlap.depth > 0.0 && search->n_found < COACH_MAX_OVERLAPS)
    search->found[search->n_found++] = overlap;
}

static gboolean
is_one_of (const char        *segment,
           const char *const *stems)
{
  for (guint i = 0; stems[i] != NULL; i++)
    if (g_str_has_prefix (segment, stems[i]))
      return TRUE;
  return FALSE;
}

static gboolean
are (const char *a,
     const char *b,
     const char *stem,
     const char *other)
{
  return (g_str_has_prefix (a, stem) && g_str_has_prefix (b, other))
         || (g_str_has_prefix (b, stem) && g_str_has_prefix (a, other));
}

/* Neighbours overlap by nature, and so do the parts of a trunk and of a hand. Fingers are
 * authored, not pushed about. */
static gboolean
may_overlap (const CoachSkeleton *skeleton,
             int                  a,
             int                  b)
{
  static const char *const fingers[] = { "fing", "tips", NULL };
  static const char *const trunk[] = { "pelvis", "lumbar", "thorax", "neck", "head", NULL };
  static const char *const hand[] = { "farm", "hand", "thumb", NULL };
  const char *name_a = skeleton->segments[a].name;
  const char *name_b = skeleton->segments[b].name;

  if (a == b || is_one_of (name_a, fingers) || is_one_of (name_b, fingers))
    return FALSE;
  if (skeleton->segments[a].parent == b || skeleton->segments[b].parent == a)
    return FALSE;
  if (is_one_of (name_a, trunk) && is_one_of (name_b, trunk))
    return FALSE;
  if (is_one_of (name_a, hand) && is_one_of (name_b, hand)
      && coach_side_is_right (name_a) == coach_side_is_right (name_b))
    return FALSE;
  return !are (name_a, name_b, "thorax", "uarm") && !are (name_a, name_b, "thigh", "lumbar")
         && !are (name_a, name_b, "toes", "shank");
}

/**
 * coach_poser_find_pairs:
 * @figure: a body
 * @pairs: (element-type guint16): where to add them, two indices of capsules each
 *
 * Finds which parts of the hull must not go through each other.
 */
void
coach_poser_find_pairs (const CoachFigure *figure,
                        GArray            *pairs)
{
  for (guint16 i = 0; i < figure->capsules->len; i++)
    for (guint16 j = i + 1; j < figure->capsules->len; j++)
      if (may_overlap (figure->skeleton, g_array_index (figure->capsules, CoachCapsule, i).segment,
                       g_array_index (figure->capsules, CoachCapsule, j).segment))
        {
          g_array_append_val (pairs, i);
          g_array_append_val (pairs, j);
        }
}

static void
search_floor (Search *search,
              guint   index)
{
  const CoachCapsule *one = capsule (search, index);

  for (guint end = 0; end < 2; end++)
    {
      CoachPoint at = end == 0 ? search->a[index] : search->b[index];

      found (search, (CoachOverlap) { COACH_OVERLAP_FLOOR, (index << 1) | end, one->radius - at.z,
                                      one->segment, -1, -1, at, at, { 0, 0, 1 } });
    }
}

static void
search_pair (Search *search,
             guint   i,
             guint   j)
{
  const CoachCapsule *one = capsule (search, i);
  const CoachCapsule *two = capsule (search, j);
  CoachPoint at_one, at_two, apart;
  double distance;

  coach_segments_closest (search->a[i], search->b[i], search->a[j], search->b[j], &at_one, &at_two);
  apart = coach_point_subtract (at_one, at_two);
  distance = coach_point_length (apart);
  found (search, (CoachOverlap){ COACH_OVERLAP_BODY, (1u << 30) | (i << 8) | j,
                                 one->radius + two->radius - search->slack - distance, one->segment,
                                 two->segment, -1, at_one, at_two,
                                 coach_point_scale (apart, 1.0 / (distance + 1e-9)) });
}

/* Signed distance of a point to a box in the box's frame, and the way out. */
static double
box_distance (CoachPoint  p,
              CoachPoint  half,
              CoachPoint *way_out)
{
  double d[3] = { fabs (p.x) - half.x, fabs (p.y) - half.y, fabs (p.z) - half.z };
  double sign[3] = { p.x < 0 ? -1 : 1, p.y < 0 ? -1 : 1, p.z < 0 ? -1 : 1 };
  double out[3] = { 0 };
  int nearest = d[0] > d[1] ? (d[0] > d[2] ? 0 : 2) : (d[1] > d[2] ? 1 : 2);
  double distance = d[nearest];

  if (distance <= 0.0)
    out[nearest] = sign[nearest];
  else
    {
      double length = 0.0;

      for (int i = 0; i < 3; i++)
        {
          out[i] = MAX (d[i], 0.0) * sign[i];
          length += out[i] * out[i];
        }
      distance = sqrt (length);
      for (int i = 0; i < 3; i++)
        out[i] /= distance;
    }
  *way_out = coach_point (out[0], out[1], out[2]);
  return distance;
}

static double
capsule_to_box (const Search     *search,
                guint             index,
                const CoachRigid *place,
                const CoachShape *shape,
                CoachPoint       *at,
                CoachPoint       *way_out)
{
  CoachTurn tilt = coach_shape_turn (shape);
  double nearest = G_MAXDOUBLE;

  for (int s = 0; s < BOX_SAMPLES; s++)
    {
      CoachPoint p = coach_point_mix (search->a[index], search->b[index], s / (BOX_SAMPLES - 1.0));
      CoachPoint local = coach_point_subtract (coach_rigid_undo (place, p), shape->a);
      CoachPoint out;
      double distance = box_distance (coach_turn_undo (&tilt, local), shape->half, &out);

      if (distance >= nearest)
        continue;
      nearest = distance;
      *at = p;
      *way_out = coach_turn_apply (&place->turn, coach_turn_apply (&tilt, out));
    }
  return nearest;
}

/* Rollers, bars and legs of furniture are round rods; balls are rods without length. */
static double
capsule_to_rod (const Search     *search,
                guint             index,
                const CoachRigid *place,
                const CoachShape *shape,
                CoachPoint       *at,
                CoachPoint       *way_out)
{
  CoachPoint along = shape->kind == COACH_SHAPE_CYLINDER ? coach_point (shape->half.x, 0, 0)
                                                         : coach_point (0, 0, 0);
  CoachPoint from = coach_point_subtract (shape->a, along);
  CoachPoint to = shape->kind == COACH_SHAPE_CONE ? shape->b : coach_point_add (shape->a, along);
  double radius = shape->kind == COACH_SHAPE_ELLIPSOID ? shape->half.x : shape->radius_a;
  CoachPoint on_rod, apart;
  double distance;

  coach_segments_closest (search->a[index], search->b[index], coach_rigid_apply (place, from),
                          coach_rigid_apply (place, to), at, &on_rod);
  apart = coach_point_subtract (*at, on_rod);
  distance = coach_point_length (apart);
  *way_out = coach_point_scale (apart, 1.0 / (distance + 1e-9));
  return distance - radius;
}

static void
search_prop (Search           *search,
             guint             index,
             int               prop,
             const CoachProp  *thing,
             const CoachRigid *place)
{
  const CoachCapsule *one = capsule (search, index);
  /* What gives touches all the same. */
  double give = search->slack < 0.0 ? 0.0 : thing->kind->give;

  for (guint p = 0; p < thing->kind->n_parts; p++)
    for (guint s = 0; s < thing->kind->parts[p].n_shapes; s++)
      {
        const CoachShape *shape = &thing->kind->parts[p].shapes[s];
        CoachPoint at = { 0 }, way_out = { 0 };
        double distance = shape->kind == COACH_SHAPE_BOX
                              ? capsule_to_box (search, index, place, shape, &at, &way_out)
                              : capsule_to_rod (search, index, place, shape, &at, &way_out);

        found (search,
               (CoachOverlap){ COACH_OVERLAP_PROP,
                               (2u << 30) | ((guint) prop << 20) | (p << 16) | (s << 8) | index,
                               one->radius - search->prop_slack - give - distance,
                               one->segment, -1, prop, at,
                               coach_point_subtract (at, coach_point_scale (way_out, distance)),
                               way_out });
      }
}

/* What is held is where the hand is, and does not push it away. */
static gboolean
pushes (const CoachMotion *motion,
        guint              prop)
{
  return motion->props[prop].kind->is_solid && motion->props[prop].holder < 0;
}

/**
 * coach_poser_overlaps:
 * @self: a solver
 * @motion: the motion
 * @stance: how the body stands
 * @props: where the props are
 * @slack: how far two limbs may press into each other, metres; below 0: how near counts too, and
 *   that a prop gives does not
 * @overlaps: (out) (array): %COACH_MAX_OVERLAPS of them
 *
 * Finds everything that is in the place of something else.
 *
 * Returns: how many there are
 */
guint
coach_poser_overlaps (const CoachPoser     *self,
                      const CoachMotion    *motion,
                      const CoachStance    *stance,
                      const CoachPropState *props,
                      double                slack,
                      CoachOverlap         *overlaps)
{
  const CoachFigure *figure = motion->figure;
  Search search = { .figure = figure, .slack = slack, .found = overlaps,
                    .prop_slack = MIN (slack, PROP_SLACK) };

  for (guint i = 0; i < figure->capsules->len; i++)
    {
      const CoachCapsule *one = capsule (&search, i);

      search.a[i] = coach_rigid_apply (&stance->segments[one->segment], one->a);
      search.b[i] = coach_rigid_apply (&stance->segments[one->segment], one->b);
      search_floor (&search, i);
    }
  for (guint i = 0; i < self->pairs->len; i += 2)
    search_pair (&search, g_array_index (self->pairs, guint16, i),
                 g_array_index (self->pairs, guint16, i + 1));
  for (guint p = 0; p < motion->n_props; p++)
    for (guint i = 0; pushes (motion, p) && i < figure->capsules->len; i++)
      search_prop (&search, i, (int) p, &motion->props[p], &props[p].place);
  return search.n_found;
}
