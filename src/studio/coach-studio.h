#pragma once

#include "coach-check.h"

G_BEGIN_DECLS

/**
 * CoachStudio:
 *
 * Where motions, the catalogue and what is made of them are.
 */
typedef struct
{
  char         *motions;     /* (owned), the folder with `ID.json` */
  char         *figure;      /* (owned), its folder `figure` */
  char         *catalog;     /* (owned) (nullable) */
  char         *output;      /* (owned) (nullable), the folder that has `clips` and `stills` */
  CoachPropBox *props;       /* (owned) */
} CoachStudio;

CoachStudio *coach_studio_new          (const char         *motions,
                                        const char         *catalog,
                                        const char         *output,
                                        GError            **error);
void         coach_studio_free         (CoachStudio        *self);
char       **coach_studio_list         (const CoachStudio  *self,
                                        GError            **error);
char       **coach_studio_list_missing (const CoachStudio  *self,
                                        GError            **error);
CoachMotion *coach_studio_load         (const CoachStudio  *self,
                                        const char         *id,
                                        GError            **error);
char        *coach_studio_looks        (const CoachStudio  *self,
                                        const CoachMotion  *motion,
                                        GError            **error);
char        *coach_studio_fingerprint  (const CoachStudio  *self,
                                        const CoachMotion  *motion,
                                        GError            **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CoachStudio, coach_studio_free)

G_END_DECLS
