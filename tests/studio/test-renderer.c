#include "config.h"

#include <string.h>

#include "coach-field.h"
#include "coach-ray.h"
#include "coach-renderer.h"
#include "studio-fixture.h"

#define WIDTH 64
#define HEIGHT 48
/* How many tones of grey a drawing for paper has at most. */
#define TONES 16
/* Flesh swells by nine millimetres at most. */
#define MOST_SWELL .009f

#define MAT "\"props\": {\"mat\": {\"kind\": \"mat\"}},"

/* A motion that can be drawn. */
typedef struct
{
  CoachPropBox *box;      /* (owned) */
  CoachMotion  *motion;   /* (owned) */
  CoachTake    *take;     /* (owned) */
  CoachScene   *scene;    /* (owned) */
} Stage;

static void
stage_free (Stage *self)
{
  g_clear_pointer (&self->scene, g_free);
  g_clear_pointer (&self->take, coach_take_free);
  g_clear_pointer (&self->motion, coach_motion_free);
  g_clear_pointer (&self->box, coach_prop_box_free);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Stage, stage_free)

static Stage *
stage_new (const char *text)
{
  Stage *self = g_new0 (Stage, 1);
  g_autoptr (GError) error = NULL;

  self->box = studio_fixture_props ();
  self->motion = studio_fixture_motion (text, self->box, &error);
  g_assert_no_error (error);
  self->motion->camera.fov_deg = 19.0;
  self->take = coach_take_new (self->motion);
  self->scene = coach_scene_new (self->motion, self->box, &error);
  g_assert_no_error (error);
  return self;
}

static Stage *
stage_new_standing (const char *more)
{
  g_autofree char *members = g_strconcat (MAT, more, NULL);
  g_autofree char *text = studio_fixture_two_keys (members, "", "\"t\": 1");

  return stage_new (text);
}

static void
take_shot (const Stage *self,
           double       t_s,
           CoachShot   *shot)
{
  g_autofree CoachSample *sample = g_new0 (CoachSample, 1);

  coach_take_sample (self->take, t_s, sample);
  coach_scene_shot (self->take, sample, shot);
}

static CoachImage *
draw (const Stage *stage,
      CoachStyle   style,
      guint        width,
      guint        height)
{
  CoachShot shot;

  take_shot (stage, 0.0, &shot);
  return coach_render (stage->scene, &shot, style, width, height);
}

static guint
segment (const Stage *stage,
         const char  *name)
{
  int index = coach_skeleton_find_segment (stage->motion->figure->skeleton, name);

  g_assert_cmpint (index, >=, 0);
  return (guint) index;
}

static double
mean (const CoachImage *image,
      guint             x0,
      guint             x1,
      guint             channel)
{
  double sum = 0.0;

  for (guint y = 0; y < image->height; y++)
    for (guint x = x0; x < x1; x++)
      sum += image->rgb[(y * image->width + x) * 3 + channel];
  return sum / (image->height * (x1 - x0));
}

static void
test_same (void)
{
  g_autoptr (Stage) stage = stage_new_standing ("");
  g_autoptr (CoachImage) first = draw (stage, COACH_STYLE_COLOR, WIDTH, HEIGHT);
  g_autoptr (CoachImage) second = draw (stage, COACH_STYLE_COLOR, WIDTH, HEIGHT);
  gsize length = WIDTH * HEIGHT * 3;
  g_autofree char *a = g_compute_checksum_for_data (G_CHECKSUM_SHA256, first->rgb, length);
  g_autofree char *b = g_compute_checksum_for_data (G_CHECKSUM_SHA256, second->rgb, length);

  g_test_summary ("The same picture is the same bytes, however many threads drew it: a figure in a "
                  "bright room.");
  g_assert_cmpstr (a, ==, b);
  g_assert_cmpfloat (mean (first, 0, 8, 0), >, 190.0);
  g_assert_cmpfloat (mean (first, 28, 36, 0), <, mean (first, 0, 8, 0) - 40.0);
}

static void
test_lines (void)
{
  g_autoptr (Stage) stage
      = stage_new_standing ("\"highlight\": {\"piriformis_L\": [[0, 1]]},");
  g_autoptr (CoachImage) image = draw (stage, COACH_STYLE_LINES, 4 * WIDTH, 4 * HEIGHT);
  gboolean has_tone[256] = { FALSE };
  guint n_tones = 0;

  g_test_summary ("A line drawing has white paper, black lines, few greys and no colour.");
  for (guint i = 0; i < image->width * image->height; i++)
    {
      const guint8 *rgb = image->rgb + i * 3;

      n_tones += !has_tone[rgb[0]];
      has_tone[rgb[0]] = TRUE;
      g_assert_cmpuint (rgb[0], ==, rgb[1]);
      g_assert_cmpuint (rgb[0], ==, rgb[2]);
    }
  g_assert_cmpuint (image->rgb[0], ==, 255);
  g_assert_true (has_tone[0] || has_tone[17] || has_tone[34]);
  g_assert_cmpuint (n_tones, >, 4);
  g_assert_cmpuint (n_tones, <=, TONES);
}

/* How far a point, told in the frame of a segment, is from the nearest skin. */
static float
distance_from (const Stage     *stage,
               const CoachShot *shot,
               const char      *name,
               CoachVector      at)
{
  g_autoptr (CoachField) field = coach_field_new (stage->scene, shot);

  return coach_field_exact (field, to_world (&shot->frames[segment (stage, name)], at), 1.f, NULL);
}

typedef struct
{
  const char *segment;
  CoachVector at;
  float       rise;      /* metres */
} Lift;

static void
test_breath (void)
{
  static const Lift lifts[] = {
    { "lumbar", { 0, .15f, .05f }, .02f },
    { "lumbar", { 0, -.13f, .05f }, 0.f },
    { "thorax", { 0, .17f, .1f }, .01f },
    { "thorax", { 0, -.15f, .1f }, 0.f },
    { "head", { 0, .16f, .05f }, 0.f },
    { "thigh_L", { 0, .12f, -.2f }, 0.f },
  };
  g_autoptr (Stage) stage = stage_new_standing (
      "\"breath\": {\"period\": 4, \"in\": 1.5, \"belly\": 0.02, \"chest\": 0.01},");
  CoachShot out, in, half, again;

  g_test_summary ("A breath lifts the front of belly and chest, each as told, and not the back.");
  take_shot (stage, 0.0, &out);
  take_shot (stage, 0.75, &half);
  take_shot (stage, 1.5, &in);
  take_shot (stage, 4.0, &again);
  g_assert_cmpfloat (out.belly_rise, ==, 0.f);
  g_assert_cmpfloat_with_epsilon (half.belly_rise, .01f, 1e-6);
  g_assert_cmpfloat (again.belly_rise, ==, 0.f);
  for (guint i = 0; i < G_N_ELEMENTS (lifts); i++)
    {
      float before = distance_from (stage, &out, lifts[i].segment, lifts[i].at);
      float after = distance_from (stage, &in, lifts[i].segment, lifts[i].at);

      g_test_message ("%s: %.4f to %.4f", lifts[i].segment, before, after);
      g_assert_cmpfloat (before, >, .01f);
      /* Where parts melt into each other, what lies beside takes some of it. */
      g_assert_cmpfloat (before - after, >, .5f * lifts[i].rise - .0005f);
      g_assert_cmpfloat (before - after, <, lifts[i].rise + .0005f);
    }
}

/* How far skin is nearer, at most, around a place when presses are as they are than without. */
static float
swell_around (const Stage     *stage,
              const CoachShot *shot,
              CoachVector      place,
              float            from,
              float            to)
{
  CoachShot still = *shot;
  g_autoptr (CoachField) pressed = coach_field_new (stage->scene, shot);
  g_autoptr (CoachField) loose = NULL;
  float most = 0.f;

  still.n_presses = 0;
  loose = coach_field_new (stage->scene, &still);
  for (int i = 0; i < 21 * 21 * 21; i++)
    {
      CoachVector way = vec (i % 21 - 10.f, i / 21 % 21 - 10.f, i / 441 - 10.f);
      CoachVector p = vec_along (place, way, to / 10.f);
      float length = vec_len (way) * to / 10.f;

      if (length >= from && length <= to)
        most = fmaxf (most, coach_field_exact (loose, p, 1.f, NULL)
                                - coach_field_exact (pressed, p, 1.f, NULL));
    }
  return most;
}

static const CoachPress *
find_press (const CoachShot *shot,
            guint            frame_a,
            int              frame_b)
{
  for (guint i = 0; i < shot->n_presses; i++)
    if (shot->presses[i].frame_a == (int) frame_a && shot->presses[i].frame_b == frame_b)
      return &shot->presses[i];
  return NULL;
}

static void
test_press (void)
{
  g_autoptr (Stage) stage
      = stage_new ("{\"duration\": 1, \"camera\": {\"eye\": [-6, 2, 1], \"at\": [0, 0, 0.6]},"
                   " \"props\": {\"chair\": {\"kind\": \"chair\"}},"
                   " \"keys\": [{\"t\": 0, \"pose\": \"chair-sitting\"}]}");
  const CoachPress *press;
  CoachShot shot;
  float swell;

  g_test_summary ("Flesh swells beside the seat that it presses on, and nowhere else.");
  take_shot (stage, 0.0, &shot);
  press = find_press (&shot, segment (stage, "thigh_L"), -1);
  g_assert_nonnull (press);
  swell = swell_around (stage, &shot, press->at, 0.f, .12f);
  g_test_message ("%.4f", swell);
  g_assert_cmpfloat (swell, >, .003f);
  g_assert_cmpfloat (swell, <, MOST_SWELL + .001f);
  shot.presses[0] = *press;
  shot.n_presses = 1;
  g_assert_cmpfloat (swell_around (stage, &shot, shot.presses[0].at, .2f, .4f), <, .0005f);
}

static void
test_press_begins (void)
{
  g_autofree char *text = studio_fixture_two_keys (
      "", "\"also\": [{\"touch\": \"palm_L\", \"on\": \"thigh_front_L\"}]", "\"t\": 2");
  g_autoptr (Stage) stage = stage_new (text);
  guint n = 0;
  float before = 0.f;

  g_test_summary ("A hand that comes to rest presses little by little, so that nothing jumps.");
  for (guint i = 0; i <= 2 * COACH_FRAMES_PER_SECOND; i++)
    {
      const CoachPress *press;
      CoachShot shot;
      float amount;

      take_shot (stage, (double) i / COACH_FRAMES_PER_SECOND, &shot);
      press = find_press (&shot, segment (stage, "hand_L"), (int) segment (stage, "thigh_L"));
      if (press == NULL)
        press = find_press (&shot, segment (stage, "thigh_L"), (int) segment (stage, "hand_L"));
      amount = press != NULL ? press->amount : 0.f;
      g_test_message ("%u: %.2f", i, amount);
      g_assert_cmpfloat (amount, >=, 0.f);
      g_assert_cmpfloat (amount, <=, 1.f);
      n += amount > 0.f && amount < 1.f;
      g_assert_cmpfloat (fabsf (amount - before), <, .7f);
      before = amount;
    }
  g_assert_cmpuint (n, >, 0);
  g_assert_cmpfloat (before, >, .9f);
}

static void
test_press_differs (void)
{
  g_autoptr (Stage) stage = stage_new_standing ("");
  CoachShot shot, same, pressed;

  g_test_summary ("Two pictures of which one has a press are not alike.");
  take_shot (stage, 0.0, &shot);
  same = pressed = shot;
  g_assert_cmpuint (shot.n_presses, <, COACH_MAX_PRESSES);
  pressed.presses[pressed.n_presses++]
      = (CoachPress) { (int) segment (stage, "thigh_L"), (int) segment (stage, "hand_L"),
                       { 0, 0, 1 }, { 1, 0, 0 }, .5f };
  g_assert_true (coach_shot_is_like (&shot, &same));
  g_assert_false (coach_shot_is_like (&shot, &pressed));
  g_assert_false (coach_shot_is_like (&pressed, &shot));
}

static float
core_seen (const Stage     *stage,
           const CoachShot *shot,
           guint            frame,
           float           *halo)
{
  const CoachBelly *belly = &shot->bellies[0];
  CoachVector middle = vec_mix (belly->a, belly->b, .5f);
  CoachVector ray = vec_unit (vec_sub (middle, shot->eye));
  float along, across;

  return coach_belly_core (belly, frame, shot->eye, ray, vec_len (vec_sub (middle, shot->eye)),
                           halo, &along, &across);
}

static void
test_muscle (void)
{
  static const char *const through[] = { "pelvis", "thigh_L" };
  static const char *const not_through[] = { "thigh_R", "shank_L", "farm_L", "hand_L", "head" };
  g_autoptr (Stage) stage
      = stage_new_standing ("\"highlight\": {\"piriformis_L\": [[0, 1]]},");
  CoachShot shot;
  float halo;

  g_test_summary ("A muscle shines through the segments it lies in, not through an arm or a prop.");
  take_shot (stage, 0.0, &shot);
  g_assert_cmpuint (shot.n_bellies, ==, 1);
  for (guint i = 0; i < G_N_ELEMENTS (through); i++)
    {
      g_assert_cmpfloat (core_seen (stage, &shot, segment (stage, through[i]), &halo), >, .5f);
      g_assert_cmpfloat (halo, >, .3f);
    }
  for (guint i = 0; i < G_N_ELEMENTS (not_through); i++)
    {
      g_assert_cmpfloat (core_seen (stage, &shot, segment (stage, not_through[i]), &halo), ==, 0.f);
      g_assert_cmpfloat (halo, ==, 0.f);
    }
  g_assert_cmpfloat (core_seen (stage, &shot, stage->scene->n_segments, &halo), ==, 0.f);
  g_assert_cmpfloat (core_seen (stage, &shot, 64, &halo), ==, 0.f);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/renderer/same", test_same);
  g_test_add_func ("/renderer/lines", test_lines);
  g_test_add_func ("/renderer/breath", test_breath);
  g_test_add_func ("/renderer/press", test_press);
  g_test_add_func ("/renderer/press-begins", test_press_begins);
  g_test_add_func ("/renderer/press-differs", test_press_differs);
  g_test_add_func ("/renderer/muscle", test_muscle);
  return g_test_run ();
}
