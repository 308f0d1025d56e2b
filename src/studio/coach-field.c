#define G_LOG_DOMAIN "coach-studio"

#include "config.h"

#include "coach-field.h"
#include "coach-parallel.h"

#include <string.h>

/* Parts and blends that a block of cells knows at most. */
#define BLOCK_PARTS 24
/* How far the softest blend may be felt. */
#define FURTHEST_BLEND .08f
/* Up to here over what it rests on flesh swells, and so far around the place: metres. */
#define FLESH_HEIGHT .04f
#define PRESS_REACH .11f

/* The segments that breathe. */
#define LUMBAR 1
#define THORAX 2

/* Two by two by two cells. */
typedef struct
{
  guint8 n_parts;
  guint8 n_blends;
  guint8 parts[BLOCK_PARTS];
  guint8 blends[BLOCK_PARTS];
} Block;

struct _CoachField
{
  const CoachScene *scene;                     /* (unowned) */
  const CoachShot  *shot;                      /* (unowned) */
  CoachVector       middles[COACH_MAX_PARTS];  /* of the parts, in the world */
  float             rise[COACH_MAX_PARTS];     /* metres that a breath lifts a part's front */
  CoachVector       origin;
  int               n[3];                      /* cells */
  int               n_blocks[3];
  float            *cells;                     /* (owned) */
  Block            *blocks;                    /* (owned) */
};

static inline float
soft_min (float a,
          float b,
          float k)
{
  float h = k - fabsf (a - b);
  float m = a < b ? a : b;

  return h > 0.f ? m - h * h / (4.f * k) : m;
}

/* How far inside a piece of cloth a point is: above 0 it is covered. */
static float
cloth_cover (const CoachField      *self,
             const CoachDrawnCloth *cloth,
             const CoachPart       *part,
             CoachVector            p,
             CoachVector            local)
{
  CoachVector l
      = cloth->frame == part->frame ? local : to_local (&self->shot->frames[cloth->frame], p);
  float outside = -1e9f;

  for (guint i = 0; i < cloth->n_planes; i++)
    outside = fmaxf (outside, vec_dot (cloth->normals[i], l) - cloth->limits[i]);
  if (cloth->ball_radius > 0.f)
    outside = fmaxf (outside, cloth->ball_radius - vec_len (vec_sub (l, cloth->ball)));
  return -outside;
}

/* The thickest of the layers that meet here: a hem is a small soft step. */
static float
cloth_thickness (const CoachField *self,
                 const CoachPart  *part,
                 CoachVector       p,
                 CoachVector       local)
{
  float thickness = 0.f;

  for (guint i = 0; i < part->n_cloths; i++)
    {
      float share
          = soft_step (-.0025f, .0015f, cloth_cover (self, &part->cloths[i], part, p, local));

      thickness = fmaxf (thickness, part->cloths[i].thickness * share);
      if (share >= 1.f)
        break;
    }
  return thickness;
}

/* Flesh that is pressed against something swells beside it, the more the nearer: the floor, a prop,
 * another limb. */
static float
press_swell (const CoachField *self,
             const CoachPart  *part,
             CoachVector       p)
{
  float most = p.z < FLESH_HEIGHT ? soft_step (FLESH_HEIGHT, 0.f, p.z) : 0.f;

  for (guint i = 0; i < self->shot->n_presses; i++)
    {
      const CoachPress *press = &self->shot->presses[i];
      CoachVector off;
      float height, away2;

      if (press->frame_a != part->frame && press->frame_b != part->frame)
        continue;
      off = vec_sub (p, press->at);
      height = fabsf (vec_dot (off, press->normal));
      away2 = vec_dot (off, off) - height * height;
      if (height < FLESH_HEIGHT && away2 < PRESS_REACH * PRESS_REACH)
        most = fmaxf (most, press->amount * soft_step (FLESH_HEIGHT, 0.f, height)
                                * soft_step (PRESS_REACH, PRESS_REACH * .5f, sqrtf (away2)));
    }
  return part->flesh * most;
}

static float
part_distance (const CoachField *self,
               guint             index,
               CoachVector       p)
{
  const CoachPart *part = &self->scene->parts[index];
  CoachVector local = to_local (&self->shot->frames[part->frame], p);
  float d = coach_shape_distance (&part->shapes[0], local);

  for (guint i = 1; i < part->n_shapes; i++)
    {
      float other = coach_shape_distance (&part->shapes[i], local);

      d = part->softness > 0.f ? soft_min (d, other, part->softness) : fminf (d, other);
    }
  /* The back lies still while the front rises. */
  if (self->rise[index] > 0.f)
    d -= self->rise[index] * soft_step (-.06f, .06f, local.y);
  if (part->flesh > 0.f && d < .1f)
    d -= press_swell (self, part, p);
  return d < .1f ? d - cloth_thickness (self, part, p, local) : d;
}

/* The parts of a cluster follow each other, and each melts into what stands before it; then
 * clusters melt in pairs. Parts that cannot matter below @upper are not measured. */
static float
block_distance (const CoachField *self,
                const Block      *block,
                CoachVector       p,
                float             upper,
                int              *nearest)
{
  float clusters[COACH_MAX_PARTS];
  float smallest = 1e9f, smallest_flesh = 1e9f, result = 1e9f;
  int found = -1, flesh = -1, last = -1;

  for (guint i = 0; i < block->n_parts; i++)
    {
      guint index = block->parts[i];
      const CoachPart *part = &self->scene->parts[index];
      CoachVector off = vec_sub (p, self->middles[index]);
      float reach = fminf (upper, smallest) + part->reach + part->radius;
      float d = 1e3f;

      if (reach > 0.f && vec_dot (off, off) < reach * reach)
        d = part_distance (self, index, p);
      if (d < smallest)
        {
          smallest = d;
          found = (int) index;
        }
      if (d < smallest_flesh && part->frame < self->scene->n_segments)
        {
          smallest_flesh = d;
          flesh = (int) index;
        }
      clusters[part->cluster]
          = (int) part->cluster == last ? soft_min (clusters[part->cluster], d, part->melt) : d;
      last = part->cluster;
      result = fminf (result, clusters[part->cluster]);
    }
  for (guint i = 0; i < block->n_blends; i++)
    {
      const CoachBlend *blend = &self->scene->blends[block->blends[i]];

      result = fminf (result, soft_min (clusters[blend->a], clusters[blend->b], blend->softness));
    }
  /* Where limbs melt together their skin is nearer than either: a thing beside it is not what is
   * seen there. */
  if (nearest != NULL)
    *nearest = smallest > result + .0002f && flesh >= 0 ? flesh : found;
  return result;
}

static const Block *
block_at (const CoachField *self,
          CoachVector       p)
{
  CoachVector q = vec_mul (vec_sub (p, self->origin), .5f / COACH_CELL);
  int i = CLAMP ((int) q.x, 0, self->n_blocks[0] - 1);
  int j = CLAMP ((int) q.y, 0, self->n_blocks[1] - 1);
  int k = CLAMP ((int) q.z, 0, self->n_blocks[2] - 1);

  return &self->blocks[(k * self->n_blocks[1] + j) * self->n_blocks[0] + i];
}

static void
measure_parts (const CoachField *self,
               CoachVector       middle,
               float            *distances,
               float            *smallest)
{
  const float around = COACH_CELL * 1.7321f;

  *smallest = 1e9f;
  for (guint i = 0; i < self->scene->n_parts; i++)
    {
      float bound = vec_len (vec_sub (middle, self->middles[i])) - self->scene->parts[i].radius;

      distances[i] = 1e9f;
      if (bound >= *smallest + 2.f * around + FURTHEST_BLEND)
        continue;
      distances[i] = part_distance (self, i, middle);
      *smallest = fminf (*smallest, distances[i]);
    }
}

static guint
count_within (const CoachField *self,
              const float      *distances,
              float             limit)
{
  guint n = 0;

  for (guint i = 0; i < self->scene->n_parts; i++)
    n += distances[i] <= limit + self->scene->parts[i].reach;
  return n;
}

static void
fill_block (const CoachField *self,
            CoachVector       middle,
            Block            *block)
{
  float distances[COACH_MAX_PARTS];
  gboolean has_cluster[COACH_MAX_PARTS] = { FALSE };
  float limit;

  measure_parts (self, middle, distances, &limit);
  limit += 2.f * COACH_CELL * 1.7321f;
  while (count_within (self, distances, limit) > BLOCK_PARTS)
    limit -= .01f;
  block->n_parts = block->n_blends = 0;
  for (guint i = 0; i < self->scene->n_parts; i++)
    if (distances[i] <= limit + self->scene->parts[i].reach)
      {
        block->parts[block->n_parts++] = (guint8) i;
        has_cluster[self->scene->parts[i].cluster] = TRUE;
      }
  for (guint i = 0; i < self->scene->n_blends && block->n_blends < BLOCK_PARTS; i++)
    if (has_cluster[self->scene->blends[i].a] && has_cluster[self->scene->blends[i].b])
      block->blends[block->n_blends++] = (guint8) i;
}

static void
fill_cells (CoachField  *self,
            const Block *block,
            int          i,
            int          j,
            int          k)
{
  for (int corner = 0; corner < 8; corner++)
    {
      int x = 2 * i + (corner & 1);
      int y = 2 * j + (corner >> 1 & 1);
      int z = 2 * k + (corner >> 2);
      CoachVector p
          = vec_add (self->origin, vec_mul (vec ((float) x, (float) y, (float) z), COACH_CELL));

      self->cells[((gsize) z * self->n[1] + y) * self->n[0] + x]
          = block_distance (self, block, p, 1e3f, NULL);
    }
}

static void
fill_layer (guint    k,
            gpointer data)
{
  CoachField *self = data;

  for (int j = 0; j < self->n_blocks[1]; j++)
    for (int i = 0; i < self->n_blocks[0]; i++)
      {
        Block *block = &self->blocks[((int) k * self->n_blocks[1] + j) * self->n_blocks[0] + i];
        CoachVector half = vec (i + .5f, j + .5f, k + .5f);

        fill_block (self, vec_add (self->origin, vec_mul (half, 2.f * COACH_CELL)), block);
        fill_cells (self, block, i, j, (int) k);
      }
}

/* A turned box is as wide along each axis of the world as its edges reach there. */
static CoachVector
turned_half (const CoachFrameOfReference *frame,
             CoachVector                  half)
{
  const float *m = frame->m;

  return vec (fabsf (m[0]) * half.x + fabsf (m[1]) * half.y + fabsf (m[2]) * half.z,
              fabsf (m[3]) * half.x + fabsf (m[4]) * half.y + fabsf (m[5]) * half.z,
              fabsf (m[6]) * half.x + fabsf (m[7]) * half.y + fabsf (m[8]) * half.z);
}

static void
place_parts (CoachField  *self,
             CoachVector *low,
             CoachVector *high)
{
  *low = vec (1e9f, 1e9f, 1e9f);
  *high = vec (-1e9f, -1e9f, -1e9f);
  for (guint i = 0; i < self->scene->n_parts; i++)
    {
      const CoachPart *part = &self->scene->parts[i];
      const CoachFrameOfReference *frame = &self->shot->frames[part->frame];
      CoachVector around = vec_add (turned_half (frame, part->half), vec (.018f, .018f, .018f));

      self->middles[i] = to_world (frame, part->middle);
      *low = vec_min (*low, vec_sub (self->middles[i], around));
      *high = vec_max (*high, vec_add (self->middles[i], around));
      self->rise[i] = part->frame == LUMBAR   ? self->shot->belly_rise
                      : part->frame == THORAX ? self->shot->chest_rise
                                              : 0.f;
    }
  low->z = fmaxf (low->z, -.06f);
}

/**
 * coach_field_new:
 * @scene: what all pictures have in common
 * @shot: one picture; both outlive the field
 *
 * Prepares the distances of one picture, on all processors.
 *
 * Returns: (transfer full): the field
 */
CoachField *
coach_field_new (const CoachScene *scene,
                 const CoachShot  *shot)
{
  CoachField *self = g_new0 (CoachField, 1);
  const float margin = .06f;
  CoachVector low, high, size;

  self->scene = scene;
  self->shot = shot;
  place_parts (self, &low, &high);
  self->origin = vec_sub (low, vec (margin, margin, 0.f));
  size = vec_mul (vec_sub (vec_add (high, vec (margin, margin, margin)), self->origin),
                  .5f / COACH_CELL);
  self->n_blocks[0] = (int) size.x + 1;
  self->n_blocks[1] = (int) size.y + 1;
  self->n_blocks[2] = (int) size.z + 1;
  for (int i = 0; i < 3; i++)
    self->n[i] = 2 * self->n_blocks[i];
  self->cells = g_new (float, (gsize) self->n[0] * self->n[1] * self->n[2]);
  self->blocks = g_new (Block, (gsize) self->n_blocks[0] * self->n_blocks[1] * self->n_blocks[2]);
  coach_parallel_run ((guint) self->n_blocks[2], fill_layer, self);
  return self;
}

/**
 * coach_field_free:
 * @self: (transfer full): a field
 */
void
coach_field_free (CoachField *self)
{
  g_clear_pointer (&self->cells, g_free);
  g_clear_pointer (&self->blocks, g_free);
  g_free (self);
}

/**
 * coach_field_exact:
 * @self: a field
 * @p: a point near a surface
 * @upper: a bound on the result: what cannot matter below it is left out
 * @part: (out) (optional): the nearest part
 *
 * Returns: the distance, metres
 */
float
coach_field_exact (const CoachField *self,
                   CoachVector       p,
                   float             upper,
                   int              *part)
{
  return block_distance (self, block_at (self, p), p, upper, part);
}

/**
 * coach_field_coarse:
 * @self: a field
 * @p: any point
 *
 * Gets the distance from the grid: between its cells straight, outside it a little too short.
 *
 * Returns: the distance, metres
 */
float
coach_field_coarse (const CoachField *self,
                    CoachVector       p)
{
  CoachVector f = vec_mul (vec_sub (p, self->origin), 1.f / COACH_CELL);
  CoachVector c = vec (fminf (fmaxf (f.x, 0.f), self->n[0] - 1.001f),
                       fminf (fmaxf (f.y, 0.f), self->n[1] - 1.001f),
                       fminf (fmaxf (f.z, 0.f), self->n[2] - 1.001f));
  int i = (int) c.x, j = (int) c.y, k = (int) c.z;
  float u = c.x - i, v = c.y - j, w = c.z - k;
  gsize sy = (gsize) self->n[0], sz = (gsize) self->n[0] * self->n[1];
  const float *q = self->cells + (gsize) k * sz + (gsize) j * sy + i;
  float a = (q[0] * (1 - u) + q[1] * u) * (1 - v) + (q[sy] * (1 - u) + q[sy + 1] * u) * v;
  float b = (q[sz] * (1 - u) + q[sz + 1] * u) * (1 - v)
            + (q[sz + sy] * (1 - u) + q[sz + sy + 1] * u) * v;
  CoachVector out = vec_mul (vec_sub (f, c), COACH_CELL);
  float out2 = vec_dot (out, out);
  float d = a * (1 - w) + b * w;

  return out2 > 0.f ? d + sqrtf (out2) * .8f : d;
}

/**
 * coach_field_normal:
 * @self: a field
 * @p: a point on a surface
 *
 * Returns: the direction out of the surface, unit
 */
CoachVector
coach_field_normal (const CoachField *self,
                    CoachVector       p)
{
  const Block *block = block_at (self, p);
  const float e = .0009f;
  float a = block_distance (self, block, vec_add (p, vec (e, -e, -e)), .01f, NULL);
  float b = block_distance (self, block, vec_add (p, vec (-e, -e, e)), .01f, NULL);
  float c = block_distance (self, block, vec_add (p, vec (-e, e, -e)), .01f, NULL);
  float d = block_distance (self, block, vec_add (p, vec (e, e, e)), .01f, NULL);

  return vec_unit (vec (a - b - c + d, -a - b + c + d, -a + b - c + d));
}

/**
 * coach_field_material:
 * @self: a field
 * @p: a point on a surface
 * @part: the part it is of
 * @is_trim: (out): whether it is on a hem
 *
 * Returns: the index of the material
 */
guint
coach_field_material (const CoachField *self,
                      CoachVector       p,
                      int               part,
                      gboolean         *is_trim)
{
  const CoachPart *of = &self->scene->parts[part];
  CoachVector local = to_local (&self->shot->frames[of->frame], p);

  *is_trim = FALSE;
  for (guint i = 0; i < of->n_cloths; i++)
    {
      float cover = cloth_cover (self, &of->cloths[i], of, p, local);

      if (cover <= -.0008f)
        continue;
      *is_trim = of->cloths[i].has_trim && cover < .012f;
      return of->cloths[i].material;
    }
  return of->material;
}

/**
 * coach_field_bounds:
 * @self: a field
 * @low: (out): the lowest corner of a box around everything
 * @high: (out): the highest
 */
void
coach_field_bounds (const CoachField *self,
                    CoachVector      *low,
                    CoachVector      *high)
{
  *low = self->origin;
  *high
      = vec_add (self->origin,
                 vec_mul (vec (self->n[0] - 1.f, self->n[1] - 1.f, self->n[2] - 1.f), COACH_CELL));
}
