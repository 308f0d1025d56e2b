/* Where everything lies in a far view, at sizes from a phone's to a large monitor's. */
#include <glib.h>

#include "coach-far-layout.h"

#define N_BOXES 8
#define PICTURE 0

typedef struct
{
  int width;
  int height;
} Size;

static const Size sizes[] = {
  { 360, 294 },   { 294, 360 },   { 360, 360 },   { 360, 640 },   { 360, 720 },   { 480, 800 },
  { 640, 360 },
  { 640, 480 },   { 800, 600 },   { 1024, 768 },  { 1080, 760 },  { 1280, 800 },  { 1280, 1024 },
  { 1366, 768 },  { 1920, 1080 }, { 1080, 1920 }, { 2560, 1080 }, { 3840, 1080 }, { 3840, 2160 },
  { 2160, 3840 },
};

static void
list_boxes (const CoachFarLayout *layout,
            CoachFarBox           boxes[N_BOXES])
{
  boxes[0] = layout->picture;
  boxes[1] = layout->sign;
  boxes[2] = layout->word;
  boxes[3] = layout->digits;
  boxes[4] = layout->side;
  boxes[5] = layout->detail;
  boxes[6] = layout->name;
  boxes[7] = layout->hurts;
}

static gboolean
overlap (const CoachFarBox *one,
         const CoachFarBox *other)
{
  return one->x < other->x + other->width && other->x < one->x + one->width
         && one->y < other->y + other->height && other->y < one->y + one->height;
}

static void
assert_in_order (const CoachFarBox boxes[N_BOXES],
                 const Size       *size,
                 gboolean          has_picture)
{
  int least = MIN (size->width, size->height) / 20;

  for (guint i = has_picture ? PICTURE : PICTURE + 1; i < N_BOXES; i++)
    {
      g_test_message ("box %u: %d, %d, %d x %d", i, boxes[i].x, boxes[i].y, boxes[i].width,
                      boxes[i].height);
      g_assert_cmpint (boxes[i].x, >=, 0);
      g_assert_cmpint (boxes[i].y, >=, 0);
      g_assert_cmpint (boxes[i].x + boxes[i].width, <=, size->width);
      g_assert_cmpint (boxes[i].y + boxes[i].height, <=, size->height);
      g_assert_cmpint (boxes[i].width, >=, least);
      g_assert_cmpint (boxes[i].height, >=, least);
      for (guint j = i + 1; j < N_BOXES; j++)
        g_assert_false (overlap (&boxes[i], &boxes[j]));
    }
}

static void
test_order (void)
{
  g_test_summary ("Everything has a place in the view and none on another");
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    for (int has_picture = FALSE; has_picture <= TRUE; has_picture++)
      {
        CoachFarLayout layout
            = coach_far_layout_find (sizes[i].width, sizes[i].height, has_picture, FALSE);
        CoachFarBox boxes[N_BOXES];

        g_test_message ("%d x %d, %s", sizes[i].width, sizes[i].height,
                        has_picture ? "with a picture" : "in words");
        list_boxes (&layout, boxes);
        assert_in_order (boxes, &sizes[i], has_picture);
        g_assert_cmpfloat (layout.digits.height, >=,
                           1.04 * coach_far_layout_get_digit_height (sizes[i].height));
        g_assert_cmpint (layout.hurts.height, >=, 44);
      }
}

static void
test_digits (void)
{
  g_test_summary ("Digits are a third of the height at least");
  g_assert_cmpint (3 * coach_far_layout_get_digit_height (360), >=, 360);
  g_assert_cmpint (3 * coach_far_layout_get_digit_height (361), >=, 361);
  g_assert_cmpint (3 * coach_far_layout_get_digit_height (2160), >=, 2160);
}

static void
test_picture (void)
{
  g_test_summary ("The middle of the clip fits its place, which is not wider than a clip");
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      CoachFarLayout layout = coach_far_layout_find (sizes[i].width, sizes[i].height, TRUE, FALSE);
      double ratio = layout.picture.width / (double) layout.picture.height;

      g_test_message ("%d x %d: %d x %d", sizes[i].width, sizes[i].height, layout.picture.width,
                      layout.picture.height);
      g_assert_cmpfloat (ratio, >=, 4.0 / 3 - 0.02);
      g_assert_cmpfloat (ratio, <=, 16.0 / 9 + 0.02);
      g_assert_cmpint (layout.picture.height, >=, MIN (sizes[i].height / 5, sizes[i].width / 3));
    }
}

static void
test_mirrored (void)
{
  g_test_summary ("Where reading goes from right to left, the same lies the other way round");
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      CoachFarLayout ltr = coach_far_layout_find (sizes[i].width, sizes[i].height, TRUE, FALSE);
      CoachFarLayout rtl = coach_far_layout_find (sizes[i].width, sizes[i].height, TRUE, TRUE);
      CoachFarBox ltr_boxes[N_BOXES], rtl_boxes[N_BOXES];

      list_boxes (&ltr, ltr_boxes);
      list_boxes (&rtl, rtl_boxes);
      for (guint j = 0; j < N_BOXES; j++)
        {
          g_assert_cmpint (rtl_boxes[j].x, ==,
                           sizes[i].width - ltr_boxes[j].x - ltr_boxes[j].width);
          g_assert_cmpint (rtl_boxes[j].y, ==, ltr_boxes[j].y);
          g_assert_cmpint (rtl_boxes[j].width, ==, ltr_boxes[j].width);
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/far-layout/order", test_order);
  g_test_add_func ("/far-layout/digits", test_digits);
  g_test_add_func ("/far-layout/picture", test_picture);
  g_test_add_func ("/far-layout/mirrored", test_mirrored);
  return g_test_run ();
}
