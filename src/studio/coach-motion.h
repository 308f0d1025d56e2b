#pragma once

#include "coach-figure.h"
#include "coach-prop.h"

G_BEGIN_DECLS

#define COACH_MAX_PROPS 12
#define COACH_MAX_CONTACTS 40

/**
 * CoachContactKind:
 * @COACH_CONTACT_SURFACE: the landmark's skin lies on the floor or on a face of a prop
 * @COACH_CONTACT_AT: the landmark is at a place in the world
 * @COACH_CONTACT_TOUCH: the landmark's skin lies on the skin of another
 * @COACH_CONTACT_GRIP: the same for a palm, which faces what it holds
 * @COACH_CONTACT_ROLL: the landmark lies on a roller or ball
 * @COACH_CONTACT_AIM: softly, a direction of a segment points somewhere
 *
 * What a position asks of the body, beside its angles.
 */
typedef enum
{
  COACH_CONTACT_SURFACE,
  COACH_CONTACT_AT,
  COACH_CONTACT_TOUCH,
  COACH_CONTACT_GRIP,
  COACH_CONTACT_ROLL,
  COACH_CONTACT_AIM,
} CoachContactKind;

/**
 * CoachContact:
 *
 * One such demand. Indices are -1 where they do not apply.
 */
typedef struct
{
  CoachContactKind kind;
  char             label[72];      /* what messages call it */
  int              landmark;
  int              on;             /* the landmark that is touched */
  int              segment;        /* that is aimed */
  int              prop;           /* -1: the floor */
  gboolean         is_pinned;      /* stays where it first came down */
  gboolean         has_pin;        /* @at holds where that is */
  CoachFace        face;           /* in the prop's frame */
  CoachPoint       at;             /* metres, in the world */
  gboolean         is_free[3];     /* which of its numbers are left open */
  CoachPoint       direction;      /* in the segment's frame, what is aimed */
  CoachPoint       to;             /* in the world; where a ball is touched, from its middle */
  double           weight;
  double           angle_deg;      /* how far round from a roller's top */
  guint            n_wants;        /* of a grip: directions of the hand in the frame it holds */
  CoachPoint       wants_local[2];
  CoachPoint       wants_to[2];
} CoachContact;

/**
 * CoachEase:
 *
 * How the way from one key to the next is timed.
 */
typedef enum
{
  COACH_EASE_SMOOTH,
  COACH_EASE_SINE,
  COACH_EASE_LINEAR,
  COACH_EASE_IN,
  COACH_EASE_OUT,
} CoachEase;

/**
 * CoachPose:
 *
 * A position as it was authored: angles, and what must touch what.
 */
typedef struct
{
  char         name[48];
  double       angles[COACH_MAX_DOFS];
  guint        n_contacts;
  CoachContact contacts[COACH_MAX_CONTACTS];
} CoachPose;

/**
 * CoachKey:
 *
 * A moment at which a position is reached.
 */
typedef struct
{
  double     t_s;
  char       name[48];                       /* empty for a key that no still is made of */
  guint      pose;                           /* index */
  gboolean   is_flowing;                     /* passed without stopping */
  CoachEase  ease;
  CoachPoint prop_at[COACH_MAX_PROPS];
  gboolean   moves_prop[COACH_MAX_PROPS];
} CoachKey;

/**
 * CoachProp:
 *
 * A thing in the scene.
 */
typedef struct
{
  char                 name[32];
  const CoachPropKind *kind;                 /* (unowned) */
  CoachPoint           at;
  double               yaw_deg;
  int                  holder;               /* the landmark it is held at, or -1 */
  CoachPoint           hold_turn;            /* degrees about x, y, z in the holder's frame */
} CoachProp;

/**
 * CoachGlow:
 *
 * How much a muscle is pointed at, over the loop.
 */
typedef struct
{
  int     muscle;
  GArray *track;  /* (owned) (element-type CoachPoint): x seconds, y amount */
} CoachGlow;

/**
 * CoachCamera:
 *
 * Where the picture is taken from.
 */
typedef struct
{
  CoachPoint eye;
  CoachPoint at;
  double     fov_deg;                        /* from bottom to top */
  CoachPoint light;                          /* towards the key light */
} CoachCamera;

/**
 * CoachBreath:
 * @period_s: length of a breath, 0 for none
 * @in_s: how much of it is breathing in
 * @belly: metres that the belly rises
 * @chest: metres that the chest does
 *
 * How somebody breathes: flat at the beginning of the loop, widest after @in_s.
 */
typedef struct
{
  double period_s;
  double in_s;
  double belly;
  double chest;
} CoachBreath;

/**
 * CoachMotion:
 *
 * What a clip shows, as authored.
 */
typedef struct
{
  char        *id;                   /* (owned) */
  char        *catalog_id;           /* (owned), the movement or avoid entry it belongs to */
  char        *body;                 /* (owned) */
  double       duration_s;
  gboolean     is_ballistic;
  CoachBreath  breath;
  CoachFigure *figure;               /* (owned) */
  CoachCamera  camera;
  guint        n_props;
  CoachProp    props[COACH_MAX_PROPS];
  GArray      *poses;                /* (owned) (element-type CoachPose), those that keys name */
  GArray      *keys;                 /* (owned) (element-type CoachKey) */
  GString     *inherited;            /* (owned), the shared poses it is made from, as JSON */
  GArray      *glows;                /* (owned) (element-type CoachGlow) */
} CoachMotion;

CoachMotion *coach_motion_new      (const char         *path,
                                    const char         *figure_folder,
                                    const CoachPropBox *box,
                                    GError            **error);
void         coach_motion_free     (CoachMotion        *self);
int          coach_motion_find_key (const CoachMotion  *self,
                                    const char         *name);
gboolean     coach_contact_is_same (const CoachContact *a,
                                    const CoachContact *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CoachMotion, coach_motion_free)

G_END_DECLS
